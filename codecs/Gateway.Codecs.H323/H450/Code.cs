using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H450;

/// <summary>
/// Code (H.450.1 (02/1998) 8.4): the number of an operation or error; the standard ones are local, manufacturers use global ones.
/// </summary>
public abstract record Code : IPerType<Code>
{
    private Code()
    {
    }

    public sealed record Local(long Value) : Code;

    public sealed record Global(ObjectIdentifier Value) : Code;

    public static Code Decode(ref PerReader reader)
    {
        var choice = reader.BeginPlainChoice("Code", root: 2);
        Code value = choice.Index switch
        {
            0 => new Local(reader.Integer()),
            _ => new Global(reader.ObjectIdentifier()),
        };
        choice.End(ref reader);
        return value;
    }

    public void Encode(ref PerWriter writer)
    {
        switch (this)
        {
            case Local local: writer.PlainChoice(0, root: 2); writer.Integer(local.Value); break;
            case Global global: writer.PlainChoice(1, root: 2); writer.ObjectIdentifier(global.Value); break;
        }
    }
}

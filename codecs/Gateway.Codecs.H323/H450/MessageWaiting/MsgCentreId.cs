using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H450.MessageWaiting;

/// <summary>MsgCentreId (H.450.7 (05/1999) 9); only the party number can be called.</summary>
public abstract record MsgCentreId : IPerType<MsgCentreId>
{
    private MsgCentreId()
    {
    }

    public sealed record Integer(int Value) : MsgCentreId;

    public sealed record PartyNumber(EndpointAddress Value) : MsgCentreId;

    public sealed record NumericString(string Value) : MsgCentreId;

    public static MsgCentreId Decode(ref PerReader reader)
    {
        var choice = reader.BeginPlainChoice("MsgCentreId", root: 3);
        MsgCentreId value = choice.Index switch
        {
            0 => new Integer(reader.Integer(0, 65535)),
            1 => new PartyNumber(EndpointAddress.Decode(ref reader)),
            _ => new NumericString(reader.String(PerAlphabet.Numeric, 1, 10)),
        };
        choice.End(ref reader);
        return value;
    }

    public void Encode(ref PerWriter writer)
    {
        switch (this)
        {
            case Integer integer: writer.PlainChoice(0, root: 3); writer.Integer(integer.Value, 0, 65535); break;
            case PartyNumber partyNumber: writer.PlainChoice(1, root: 3); partyNumber.Value.Encode(ref writer); break;
            case NumericString numericString: writer.PlainChoice(2, root: 3); writer.String(numericString.Value, PerAlphabet.Numeric, 1, 10); break;
        }
    }
}

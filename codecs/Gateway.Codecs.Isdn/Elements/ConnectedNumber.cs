namespace Gateway.Codecs.Isdn.Elements;

/// <summary>Connected number, ITU-T Q.951.5 (03/1993): octets 3, 3a and digits.</summary>
public sealed record ConnectedNumber(TypeOfNumber Type, NumberingPlan Plan, string Digits) : NumberElement(Type, Plan, Digits)
{
    public const byte Id = 0x4C;

    public override byte Identifier => Id;

    internal static ConnectedNumber? Decode(ref ElementReader reader)
    {
        var fields = new Fields(ref reader);
        return reader.Faulted
            ? null
            : new(fields.Type, fields.Plan, fields.Digits) { Presentation = fields.Presentation, Screening = fields.Screening, Reason = fields.Reason };
    }
}

namespace Gateway.Codecs.Isdn.Elements;

/// <summary>Calling party number, ITU-T Q.931 (05/1998) clause 4.5.10: octets 3, 3a and digits.</summary>
public sealed record CallingPartyNumber(TypeOfNumber Type, NumberingPlan Plan, string Digits) : NumberElement(Type, Plan, Digits)
{
    public const byte Id = 0x6C;

    public override byte Identifier => Id;

    internal static CallingPartyNumber? Decode(ref ElementReader reader)
    {
        var fields = new Fields(ref reader);
        return reader.Faulted
            ? null
            : new(fields.Type, fields.Plan, fields.Digits) { Presentation = fields.Presentation, Screening = fields.Screening, Reason = fields.Reason };
    }
}

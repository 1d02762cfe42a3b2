namespace Gateway.Codecs.Isdn.Elements;

/// <summary>Called party number, ITU-T Q.931 (05/1998) clause 4.5.8: octet 3 and digits; no 3a when sent.</summary>
public sealed record CalledPartyNumber(TypeOfNumber Type, NumberingPlan Plan, string Digits) : NumberElement(Type, Plan, Digits)
{
    public const byte Id = 0x70;

    public override byte Identifier => Id;

    internal static CalledPartyNumber? Decode(ref ElementReader reader)
    {
        var fields = new Fields(ref reader);
        return reader.Faulted
            ? null
            : new(fields.Type, fields.Plan, fields.Digits) { Presentation = fields.Presentation, Screening = fields.Screening, Reason = fields.Reason };
    }
}

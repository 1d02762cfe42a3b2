namespace Gateway.Codecs.Isdn.Elements;

/// <summary>Redirecting number, ITU-T Q.952 (03/1993), EN 300 207-1 V1.2.5: octets 3, 3a, 3b and digits.</summary>
public sealed record RedirectingNumber(TypeOfNumber Type, NumberingPlan Plan, string Digits) : NumberElement(Type, Plan, Digits)
{
    public const byte Id = 0x74;

    public override byte Identifier => Id;

    internal static RedirectingNumber? Decode(ref ElementReader reader)
    {
        var fields = new Fields(ref reader);
        return reader.Faulted
            ? null
            : new(fields.Type, fields.Plan, fields.Digits) { Presentation = fields.Presentation, Screening = fields.Screening, Reason = fields.Reason };
    }
}

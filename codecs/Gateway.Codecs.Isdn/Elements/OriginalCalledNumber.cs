namespace Gateway.Codecs.Isdn.Elements;

/// <summary>Original called number, a North American element built as Redirecting number (octets 3, 3a, 3b and digits).</summary>
public sealed record OriginalCalledNumber(TypeOfNumber Type, NumberingPlan Plan, string Digits) : NumberElement(Type, Plan, Digits)
{
    public const byte Id = 0x73;

    public override byte Identifier => Id;

    internal static OriginalCalledNumber? Decode(ref ElementReader reader)
    {
        var fields = new Fields(ref reader);
        return reader.Faulted
            ? null
            : new(fields.Type, fields.Plan, fields.Digits) { Presentation = fields.Presentation, Screening = fields.Screening, Reason = fields.Reason };
    }
}

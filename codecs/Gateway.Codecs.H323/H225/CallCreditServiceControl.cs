using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H225;

/// <summary>CallCreditServiceControl: credit to show and to enforce (H.225.0 (12/2009) 7.6, Annex H).</summary>
public sealed record CallCreditServiceControl : IPerType<CallCreditServiceControl>
{
    public string? AmountString { get; init; }
    public BillingMode? BillingMode { get; init; }

    /// <summary>Seconds.</summary>
    public uint? CallDurationLimit { get; init; }

    public bool? EnforceCallDurationLimit { get; init; }
    public CallStartingPoint? CallStartingPoint { get; init; }

    public ExtensionTail? Extensions { get; init; }

    public static CallCreditServiceControl Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("CallCreditServiceControl", optionals: 5);
        return new CallCreditServiceControl
        {
            AmountString = sequence.Optional() ? reader.String(PerAlphabet.Bmp, 1, 512) : null,
            BillingMode = sequence.Optional() ? (BillingMode)NullChoice.Decode(ref reader, "billingMode", root: 2) : null,
            CallDurationLimit = sequence.Optional() ? reader.Integer(1u, uint.MaxValue) : null,
            EnforceCallDurationLimit = sequence.Optional() ? reader.Boolean() : null,
            CallStartingPoint = sequence.Optional() ? (CallStartingPoint)NullChoice.Decode(ref reader, "callStartingPoint", root: 2) : null,
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(optionals: 5, tail: Extensions);
        if (sequence.Optional(ref writer, AmountString)) writer.String(AmountString, PerAlphabet.Bmp, 1, 512);
        if (sequence.Optional(ref writer, BillingMode)) NullChoice.Encode(ref writer, (int)BillingMode.Value, root: 2);
        if (sequence.Optional(ref writer, CallDurationLimit)) writer.Integer(CallDurationLimit.Value, 1u, uint.MaxValue);
        if (sequence.Optional(ref writer, EnforceCallDurationLimit)) writer.Boolean(EnforceCallDurationLimit.Value);
        if (sequence.Optional(ref writer, CallStartingPoint)) NullChoice.Encode(ref writer, (int)CallStartingPoint.Value, root: 2);
        sequence.End(ref writer);
    }
}

/// <summary>billingMode of CallCreditServiceControl (H.225.0 (12/2009) Annex H).</summary>
public enum BillingMode
{
    Credit,
    Debit,
}

/// <summary>callStartingPoint of CallCreditServiceControl (H.225.0 (12/2009) Annex H).</summary>
public enum CallStartingPoint
{
    Alerting,
    Connect,
}

using Gateway.Codecs.Asn1.AlignedPer;
using Gateway.Codecs.H323.H225;

namespace Gateway.Codecs.H323.Ras;

/// <summary>CallCreditCapability (H.225.0 (12/2009) 7.6, Annex H).</summary>
public sealed record CallCreditCapability : IPerType<CallCreditCapability>
{
    public bool? CanDisplayAmountString { get; init; }
    public bool? CanEnforceDurationLimit { get; init; }

    public ExtensionTail? Extensions { get; init; }

    public static CallCreditCapability Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("CallCreditCapability", optionals: 2);
        return new CallCreditCapability
        {
            CanDisplayAmountString = sequence.Optional() ? reader.Boolean() : null,
            CanEnforceDurationLimit = sequence.Optional() ? reader.Boolean() : null,
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(optionals: 2, tail: Extensions);
        if (sequence.Optional(ref writer, CanDisplayAmountString)) writer.Boolean(CanDisplayAmountString.Value);
        if (sequence.Optional(ref writer, CanEnforceDurationLimit)) writer.Boolean(CanEnforceDurationLimit.Value);
        sequence.End(ref writer);
    }
}

using Gateway.Codecs.Asn1.AlignedPer;
using Gateway.Codecs.H323.H225;

namespace Gateway.Codecs.H323.Ras;

/// <summary>UUIEsRequested: messages of which the gatekeeper wants copies (H.225.0 (12/2009) 7.11.2, Annex H).</summary>
public sealed record UuiesRequested : IPerType<UuiesRequested>
{
    public required bool Setup { get; init; }
    public required bool CallProceeding { get; init; }
    public required bool Connect { get; init; }
    public required bool Alerting { get; init; }
    public required bool Information { get; init; }
    public required bool ReleaseComplete { get; init; }
    public required bool Facility { get; init; }
    public required bool Progress { get; init; }
    public required bool Empty { get; init; }
    public bool? Status { get; init; }
    public bool? StatusInquiry { get; init; }
    public bool? SetupAcknowledge { get; init; }
    public bool? Notify { get; init; }

    public ExtensionTail? Extensions { get; init; }

    public static UuiesRequested Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("UUIEsRequested");
        return new UuiesRequested
        {
            Setup = reader.Boolean(),
            CallProceeding = reader.Boolean(),
            Connect = reader.Boolean(),
            Alerting = reader.Boolean(),
            Information = reader.Boolean(),
            ReleaseComplete = reader.Boolean(),
            Facility = reader.Boolean(),
            Progress = reader.Boolean(),
            Empty = reader.Boolean(),
            Status = sequence.Addition(ref reader) ? reader.Boolean() : null,
            StatusInquiry = sequence.Addition(ref reader) ? reader.Boolean() : null,
            SetupAcknowledge = sequence.Addition(ref reader) ? reader.Boolean() : null,
            Notify = sequence.Addition(ref reader) ? reader.Boolean() : null,
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(additions: 4, tail: Extensions);
        writer.Boolean(Setup);
        writer.Boolean(CallProceeding);
        writer.Boolean(Connect);
        writer.Boolean(Alerting);
        writer.Boolean(Information);
        writer.Boolean(ReleaseComplete);
        writer.Boolean(Facility);
        writer.Boolean(Progress);
        writer.Boolean(Empty);
        if (sequence.Addition(ref writer, Status)) writer.Boolean(Status.Value);
        if (sequence.Addition(ref writer, StatusInquiry)) writer.Boolean(StatusInquiry.Value);
        if (sequence.Addition(ref writer, SetupAcknowledge)) writer.Boolean(SetupAcknowledge.Value);
        if (sequence.Addition(ref writer, Notify)) writer.Boolean(Notify.Value);
        sequence.End(ref writer);
    }
}

using System.Collections.Immutable;
using Gateway.Codecs.Sip.Headers;

namespace Gateway.Lab;

/// <summary>What the person at a far end notices of a call. A closed set. Every call ends with <see cref="Released"/> or <see cref="Moved"/>.</summary>
public abstract record FarEndEvent(FarEndCall Call)
{
    /// <summary>A call of ours goes out.</summary>
    /// <param name="Own">The number that calls.</param>
    public sealed record Dialled(FarEndCall Call, string Own, string Number) : FarEndEvent(Call);

    /// <summary>Somebody calls; what comes of it is told by <see cref="Subscribers"/>.</summary>
    /// <param name="Own">The number that is called.</param>
    /// <param name="Party">The number that calls, when it is shown.</param>
    public sealed record CalledBy(FarEndCall Call, string Own, string? Party) : FarEndEvent(Call);

    /// <summary>The party we called is alerted.</summary>
    public sealed record Ringing(FarEndCall Call) : FarEndEvent(Call);

    /// <summary>The call is up, whoever answered.</summary>
    /// <param name="Party">The number of the other party, as we are told.</param>
    /// <param name="Media">Where we send; null when that is not known yet, or when we are held.</param>
    public sealed record Answered(FarEndCall Call, string? Party, MediaPoint? Media) : FarEndEvent(Call);

    /// <summary>The call now has another party, or its media go elsewhere. Null media: nothing may be sent.</summary>
    public sealed record ConnectedTo(FarEndCall Call, string? Party, MediaPoint? Media) : FarEndEvent(Call);

    /// <summary>The hold that the person asked for is in force.</summary>
    public sealed record OnHold(FarEndCall Call) : FarEndEvent(Call);

    /// <summary>The call that the person held is back.</summary>
    public sealed record Retrieved(FarEndCall Call) : FarEndEvent(Call);

    /// <summary>Hold or retrieve was refused; the call is as it was.</summary>
    public sealed record HoldRefused(FarEndCall Call) : FarEndEvent(Call);

    /// <summary>Our REFER was answered 2xx.</summary>
    public sealed record TransferAccepted(FarEndCall Call, int Status) : FarEndEvent(Call);

    /// <summary>A NOTIFY told how the transfer we asked for fares.</summary>
    public sealed record TransferProgress(FarEndCall Call, int Status, string Phrase, ImmutableArray<Reason> Reasons) : FarEndEvent(Call)
    {
        public override string ToString() => $"{Call} transfer: {Status} {Phrase} {string.Join(", ", Reasons)}".TrimEnd();
    }

    /// <summary>The transfer we asked for is over, refusal included; no more is told of it.</summary>
    /// <param name="Succeeded">Null when nobody said.</param>
    /// <param name="Why">Status and phrase, or the error, in words.</param>
    public sealed record TransferEnded(FarEndCall Call, bool? Succeeded, string? Why) : FarEndEvent(Call);

    /// <summary>The other side asks us to call somebody else in its stead.</summary>
    public sealed record TransferAsked(FarEndCall Call, string Number) : FarEndEvent(Call);

    /// <summary>What we were asked for did not come about; the call stays.</summary>
    public sealed record TransferFailed(FarEndCall Call, string Why) : FarEndEvent(Call);

    /// <summary>The call is over because <paramref name="NewCall"/> has taken its place.</summary>
    public sealed record Moved(FarEndCall Call, FarEndCall NewCall) : FarEndEvent(Call);

    /// <summary>The parties of two calls were joined inside the far end; nothing of it goes over the gateway any more. They are two calls still, and end together.</summary>
    public sealed record Joined(FarEndCall Call, FarEndCall Other) : FarEndEvent(Call);

    /// <summary>The call is over.</summary>
    /// <param name="Cause">Q.850 cause value, when one was told.</param>
    /// <param name="Status">SIP status, when one was told.</param>
    public sealed record Released(FarEndCall Call, int? Cause, int? Status = null) : FarEndEvent(Call);
}

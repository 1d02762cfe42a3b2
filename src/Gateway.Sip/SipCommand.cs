using Gateway.Codecs.Sip.Headers;
using Gateway.Codecs.Sip.Messages;
using Gateway.Codecs.Sip.Uris;
using Gateway.Sip.Refer;

namespace Gateway.Sip;

/// <summary>Names one call at this stack: one INVITE usage. Given by <see cref="SipStack.NewCall"/> or by an incoming INVITE; never reused.</summary>
public readonly record struct CallHandle(long Value)
{
    public override string ToString() => $"call {Value}";
}

/// <summary>Names one REFER, received or sent. Given by <see cref="SipStack.NewRefer"/> or by an incoming REFER; never reused.</summary>
public readonly record struct ReferHandle(long Value)
{
    public override string ToString() => $"refer {Value}";
}

/// <summary>What the stack's user asks for. One that the state does not allow does nothing but an <see cref="SipOutput.Observed"/>.</summary>
public abstract partial record SipCommand : SipInput
{
    private SipCommand()
    {
    }

    /// <summary>Calls somebody. Answered by Provisional, then Answered or Ended.</summary>
    /// <param name="Target">The Request-URI.</param>
    /// <param name="Offer">Null asks the called party for the offer; then <see cref="Acknowledge"/> carries the answer.</param>
    public sealed record PlaceCall(CallHandle Call, Flow Flow, SipUri Target, NameAddr From, NameAddr To, SipContent? Offer) : SipCommand
    {
        /// <summary>How many hops the INVITE may take; one less than it had when it came here (RFC 7332 3).</summary>
        public int MaxForwards { get; init; } = 70;

        /// <inheritdoc cref="SipCommand.Introduce"/>
        public string? SessionId { get; init; }

        /// <summary>Further headers: Replaces, Referred-By, P-Asserted-Identity and the like.</summary>
        public IReadOnlyList<SipHeader> Headers { get; init; } = [];

        /// <summary>Null lets the stack choose one; a call that is tried at another place keeps its own.</summary>
        public string? CallId { get; init; }
    }

    /// <summary>Sends a provisional response to the INVITE: 180, 181, 182, 183; reliably where the settings and the caller want it.</summary>
    public sealed record Ring(CallHandle Call, int Status = 180, SipContent? Content = null) : SipCommand
    {
        public IReadOnlyList<SipHeader> Headers { get; init; } = [];
    }

    /// <summary>Takes the call with a 200. A replaced call ends by this.</summary>
    public sealed record Answer(CallHandle Call, SipContent? Content) : SipCommand
    {
        public IReadOnlyList<SipHeader> Headers { get; init; } = [];
    }

    /// <summary>Refuses the call with 300 to 699.</summary>
    public sealed record Reject(CallHandle Call, int Status) : SipCommand
    {
        public string? Phrase { get; init; }

        public IReadOnlyList<Reason> Reasons { get; init; } = [];

        public IReadOnlyList<SipHeader> Headers { get; init; } = [];
    }

    /// <summary>Sends the ACK that carries the answer to the offer of a 2xx, or the PRACK that carries that of a reliable 1xx.</summary>
    public sealed record Acknowledge(CallHandle Call, SipContent? Content) : SipCommand;

    /// <summary>Leaves the call, in whatever state it is: by CANCEL, 480 or BYE. Always answered by Ended.</summary>
    public sealed record Leave(CallHandle Call) : SipCommand
    {
        public IReadOnlyList<Reason> Reasons { get; init; } = [];
    }

    /// <summary>From now on the messages of this call name whoever talks to the peer by this UUID: 32 hexadecimal digits (RFC 7989 5).</summary>
    public sealed record Introduce(CallHandle Call, string SessionId) : SipCommand;

    /// <summary>Changes the session; null asks the peer for an offer. Answered by Modified or ModificationRefused.</summary>
    public sealed record Reinvite(CallHandle Call, SipContent? Offer) : SipCommand
    {
        /// <summary>Further headers, P-Asserted-Identity and the like; repeated when glare makes the request be repeated.</summary>
        public IReadOnlyList<SipHeader> Headers { get; init; } = [];

        /// <summary>Our name from now on (RFC 4916 4.4); for a peer that <see cref="SipStack.TakesNewNames"/>.</summary>
        public NameAddr? From { get; init; }
    }

    /// <summary>
    /// Sends an UPDATE, with an offer or, null, for the sake of its headers. Answered as <see cref="Reinvite"/>.
    /// <see cref="SipStack.CanUpdate"/> tells whether the peer takes one now; otherwise it waits until the call is established.
    /// </summary>
    public sealed record Update(CallHandle Call, SipContent? Offer) : SipCommand
    {
        public IReadOnlyList<SipHeader> Headers { get; init; } = [];

        /// <inheritdoc cref="Reinvite.From"/>
        public NameAddr? From { get; init; }
    }

    /// <summary>Answers the peer's re-INVITE or UPDATE, or the offer in a PRACK.</summary>
    public sealed record AnswerReoffer(CallHandle Call, SipContent? Content, int Status = 200) : SipCommand
    {
        public IReadOnlyList<SipHeader> Headers { get; init; } = [];

        public IReadOnlyList<Reason> Reasons { get; init; } = [];
    }

    /// <summary>Takes the REFER; its outcome is owed by <see cref="NotifyRefer"/>.</summary>
    /// <param name="Status">200 or 202; null is the default of the settings.</param>
    public sealed record AcceptRefer(ReferHandle Refer, int? Status = null) : SipCommand;

    /// <summary>Refuses the REFER with 300 to 699.</summary>
    public sealed record RejectRefer(ReferHandle Refer, int Status) : SipCommand
    {
        public string? Phrase { get; init; }

        public IReadOnlyList<Reason> Reasons { get; init; } = [];
    }

    /// <summary>Tells the sender of the REFER how the referenced request fares. The first final report is the last.</summary>
    public sealed record NotifyRefer(ReferHandle Refer, ReferReport Report) : SipCommand;

    /// <summary>Sends a REFER inside the call's dialog. Answered by ReferAccepted or ReferRejected, then ReferProgress and ReferEnded.</summary>
    /// <param name="Subscribe">False asks for no NOTIFY (RFC 4488); the outcome then stays unknown.</param>
    public sealed record SendRefer(CallHandle Call, ReferHandle Refer, ReferTo ReferTo, NameAddr? ReferredBy = null, bool Subscribe = true) : SipCommand
    {
        /// <summary>In a dialog of its own that names the call's by Target-Dialog, as RFC 7647 4 wants it of a peer whose Contact is a GRUU.</summary>
        public bool OutsideDialog { get; init; }

        /// <summary>The token that proves Referred-By.</summary>
        public SipContent? Content { get; init; }

        public IReadOnlyList<SipHeader> Headers { get; init; } = [];
    }
}

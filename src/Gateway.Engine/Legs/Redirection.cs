namespace Gateway.Engine.Legs;

/// <summary>Who sent a call on to the party that is called now, and why.</summary>
public sealed record Redirection(Party Party, RedirectionReason Reason = RedirectionReason.Unknown);

/// <summary>Why a call was sent on, as Q.952 (03/1993) tells it.</summary>
public enum RedirectionReason
{
    Unknown,
    Busy,
    NoReply,
    Deflection,
    OutOfOrder,
    Unconditional,
}

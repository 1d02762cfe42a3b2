namespace Gateway.Engine;

/// <summary>Every timer of the engine: name, default, and why it has that length.</summary>
public static class EngineTimers
{
    /// <summary>A placed call may ring this long before it is given up (as public networks do, at least 3 min).</summary>
    public const string NoAnswer = "T-NO-ANSWER";

    /// <summary>A target called for a transfer may ring this long (owner: the transfer).</summary>
    public const string TargetAnswer = "T-TARGET-ANSWER";

    /// <summary>After the final report of success the transferor's legs are released if it has not done so (project value, range 1..32 s).</summary>
    public const string TransferorBye = "T-TRANSFEROR-BYE";

    /// <summary>After a hand-over the network clears both legs; when only one went, the other is looked at after this time (project value).</summary>
    public const string HandOverClearing = "T-HANDOVER-CLEARING";

    /// <summary>A peer that said it does not know a method is not asked for it again this long (owner: a number of its own).</summary>
    public const string MethodUnknown = "T-METHOD-UNKNOWN";

    /// <summary>A whole transfer may take this long (project value; RFC 3515 leaves the life of the subscription to the notifier).</summary>
    public const string Transfer = "T-TRANSFER";
}

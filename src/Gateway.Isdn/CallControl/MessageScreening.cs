using Gateway.Codecs.Isdn.Elements;
using Gateway.Codecs.Isdn.Messages;

namespace Gateway.Isdn.CallControl;

/// <summary>What to do with a message whose elements are in error.</summary>
public abstract record ScreeningVerdict
{
    private ScreeningVerdict()
    {
    }

    /// <summary>Act on it.</summary>
    /// <param name="Objection">Cause for the answer when the message clears.</param>
    /// <param name="Status">Cause of a STATUS to send besides.</param>
    public sealed record Process(Cause? Objection = null, Cause? Status = null) : ScreeningVerdict;

    /// <summary>Do not act on it; the answer is RELEASE COMPLETE and no call comes about.</summary>
    public sealed record RefuseCall(Cause Cause) : ScreeningVerdict;

    /// <summary>Do not act on it; the answer is STATUS.</summary>
    public sealed record Ignore(Cause Status) : ScreeningVerdict;
}

/// <summary>Element errors, ITU-T Q.931 (05/1998) clauses 5.8.6 and 5.8.7.</summary>
/// <remarks>
/// Mandatory element missing (96) or in error (100): SETUP is answered RELEASE COMPLETE; DISCONNECT, RELEASE and RELEASE COMPLETE
/// clear all the same and the answer names the cause; anything else is ignored and answered STATUS. Other elements unknown (99) or
/// in error (100): the message is acted upon, and STATUS says what was left out, or the answer to a clearing message does.
/// </remarks>
public static class MessageScreening
{
    public static ScreeningVerdict Screen(MessageType type, IReadOnlyList<ElementFault> faults, Location location)
    {
        if (faults.Count == 0)
            return new ScreeningVerdict.Process();
        var mandatory = faults.Where(fault => fault.IsMandatory).ToArray();
        var worst = mandatory.Length > 0 ? mandatory : faults;
        var value = worst[0].CauseValue;
        var cause = new Cause(location, value, [.. worst.Where(fault => fault.CauseValue == value).Select(fault => fault.Identifier).Take(MaxDiagnostics)]);
        return (type, mandatory.Length > 0) switch
        {
            (MessageType.Disconnect or MessageType.Release or MessageType.ReleaseComplete, _) => new ScreeningVerdict.Process(Objection: cause),
            (MessageType.Status, false) => new ScreeningVerdict.Process(),
            (_, false) => new ScreeningVerdict.Process(Status: cause),
            (MessageType.Setup, true) => new ScreeningVerdict.RefuseCall(cause),
            (_, true) => new ScreeningVerdict.Ignore(cause),
        };
    }

    /// <summary>Identifiers that fit a Cause element of 32 octets.</summary>
    private const int MaxDiagnostics = 28;
}

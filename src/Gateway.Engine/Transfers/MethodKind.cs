namespace Gateway.Engine.Transfers;

/// <summary>What a transfer method does, whatever its name and whatever says it on the wire.</summary>
public enum MethodKind
{
    /// <summary>The transferee is asked to call the target itself; both peers must know the method.</summary>
    Reroute,

    /// <summary>The network behind both legs joins them; both legs must be of one peer that knows the method.</summary>
    HandOver,

    /// <summary>The gateway joins the legs and announces each party to the other already while the target is alerted; both peers must know the method.</summary>
    AnnouncedJoin,

    /// <summary>The gateway joins the legs once the target has answered; always possible.</summary>
    Bridge,
}

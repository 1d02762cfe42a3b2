namespace Gateway.H323;

/// <summary>Names one call of this stack. The user of the stack chooses it for the calls it places; see <see cref="IH323Identifiers"/> for the others.</summary>
public readonly record struct CallKey(long Value)
{
    public override string ToString() => $"H{Value}";
}

/// <summary>Names one TCP connection. The transport chooses it for those it accepts; see <see cref="IH323Identifiers"/> for the others.</summary>
public readonly record struct ConnectionKey(long Value)
{
    public override string ToString() => $"K{Value}";
}

/// <summary>Names one running timer.</summary>
/// <param name="Channel">The logical channel number that T103 guards; 0 for all other timers.</param>
public readonly record struct TimerKey(CallKey Call, H323Timer Timer, int Channel = 0)
{
    public override string ToString() => Channel == 0 ? $"{Call} {Timer}" : $"{Call} {Timer} channel {Channel}";
}

/// <summary>
/// Where the stack gets what would otherwise be chance. Keys must differ from those that the transport and the user of the stack choose.
/// </summary>
public interface IH323Identifiers
{
    /// <summary>The key of a call that somebody else placed.</summary>
    CallKey NextCall();

    /// <summary>The key of a connection that the stack opens.</summary>
    ConnectionKey NextConnection();

    /// <summary>1 to 32767 (H.225.0 (12/2009) 7.2.1.2).</summary>
    int NextCallReference();

    /// <summary>Sixteen octets for a call or conference identifier (H.225.0 7.6).</summary>
    UInt128 NextGlobalId();

    /// <summary>0 to 2^24 - 1, random, for master-slave determination (H.245 (05/2011) C.2).</summary>
    int NextStatusDetermination();

    /// <summary>One to four digits that no call waits for under (H.450.2 (02/1998) clause 9, CallIdentity).</summary>
    string NextCallIdentity();
}

namespace Gateway.Sip;

/// <summary>Where the stack takes everything that must be unguessable or unique: injected, so that a replay is exact.</summary>
public interface IIdentifierSource
{
    /// <summary>A branch without the magic cookie; unique in space and time (RFC 3261 8.1.1.7).</summary>
    string NextBranch();

    /// <summary>A tag with at least 32 random bits (RFC 3261 19.3).</summary>
    string NextTag();

    /// <summary>A Call-ID (RFC 3261 8.1.1.4).</summary>
    string NextCallId();

    /// <summary>A number from 0 to <paramref name="bound"/> - 1, for back-off (RFC 3261 14.1, 14.2).</summary>
    int NextBelow(int bound);
}

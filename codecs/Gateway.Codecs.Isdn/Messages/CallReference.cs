namespace Gateway.Codecs.Isdn.Messages;

/// <summary>Call reference, ITU-T Q.931 (05/1998) clause 4.3.</summary>
/// <remarks>
/// <code>
/// octet 1   0 0 0 0 | length of the value (4)
/// octet 2   flag | value          the value goes on in the following octets, most significant first
/// </code>
/// Length 0 is the dummy call reference; value 0 the global one.
/// </remarks>
/// <param name="Length">Octets of the value: 0 dummy, 1 basic access, 2 primary rate; up to 4 are understood.</param>
/// <param name="Flag">False when sent by the side that allocated the value, true when sent to it.</param>
public readonly record struct CallReference(int Length, bool Flag, uint Value)
{
    /// <summary>The longest value understood here, in octets.</summary>
    public const int MaxLength = 4;

    /// <summary>Length 0: a message that belongs to no call.</summary>
    public static CallReference Dummy => default;

    public bool IsDummy => Length == 0;

    /// <summary>Value 0: RESTART and STATUS of the whole interface.</summary>
    public bool IsGlobal => Length > 0 && Value == 0;

    /// <summary>The same call seen in a message of the other direction.</summary>
    public CallReference Reversed => IsDummy ? this : this with { Flag = !Flag };

    public override string ToString() => IsDummy ? "dummy" : $"{Value}{(Flag ? "'" : "")}";
}

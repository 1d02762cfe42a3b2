namespace Gateway.Codecs.Sip.Dns;

/// <summary>What is wrong with octets that should have been a DNS message.</summary>
public enum DnsFaultReason
{
    None,

    /// <summary>The octets end before what they announce does.</summary>
    Truncated,

    /// <summary>A label of a reserved form, too long, or of octets that no host or service name has; or a name longer than 255 octets.</summary>
    Name,

    /// <summary>A compressed name points forward, or at itself.</summary>
    Pointer,

    /// <summary>Not one question, or none.</summary>
    Question,

    /// <summary>The data of a record are shorter or longer than its type says.</summary>
    RecordData,

    /// <summary>Compressed names that are far longer than the message.</summary>
    TooLarge,
}

/// <summary>One fault: the reason, the octet of the message at which it shows, and the clause that demands otherwise.</summary>
public readonly record struct DnsFault(DnsFaultReason Reason, int Octet, string Clause)
{
    public override string ToString() => $"{Reason} at octet {Octet} ({Clause})";
}

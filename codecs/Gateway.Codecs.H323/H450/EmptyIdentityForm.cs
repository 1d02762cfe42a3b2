namespace Gateway.Codecs.H323.H450;

/// <summary>
/// How an empty callIdentity goes out. X.691 (07/2002) 10.9.3.3 lets nothing follow a count of zero; some stacks align there all the
/// same, and the two camps do not understand each other.
/// </summary>
public enum EmptyIdentityForm
{
    /// <summary>As the standard says; what PTLib and ASN1C based stacks expect.</summary>
    Unpadded,

    /// <summary>Aligned after the length, for peers with a generic codec.</summary>
    Padded,

    /// <summary>One space, which H323Plus sends because every codec reads it alike.</summary>
    SingleSpace,
}

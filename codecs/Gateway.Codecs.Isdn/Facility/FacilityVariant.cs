namespace Gateway.Codecs.Isdn.Facility;

/// <summary>
/// Which operations an interface is configured to speak. Local operation values collide between them (6 is EctExecute or
/// pathReplaceRetain), so an operation is never told by its number alone.
/// </summary>
public enum FacilityVariant
{
    /// <summary>EN 300 369-1 and EN 300 207-1.</summary>
    Etsi,

    /// <summary>ECMA-164, -174, -176, -178 and -300.</summary>
    Qsig,

    /// <summary>GR-2865 and the ANSI operations of 4ESS and 5ESS.</summary>
    Ni2,

    /// <summary>Nortel NIS-A211-1.</summary>
    Dms100,
}

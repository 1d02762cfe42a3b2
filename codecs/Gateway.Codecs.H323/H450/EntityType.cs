namespace Gateway.Codecs.H323.H450;

/// <summary>EntityType (H.450.1 (02/1998) 8), a CHOICE of NULLs.</summary>
public enum EntityType
{
    /// <summary>The far endpoint: entities between relay the APDU untouched.</summary>
    Endpoint,

    /// <summary>The first entity on the way that knows the service may take it.</summary>
    AnyEntity,
}

namespace Gateway.Codecs.Isdn.Elements;

/// <summary>Location field of Cause and Progress indicator (ITU-T Q.850 (05/1998) clause 2.2.3).</summary>
public enum Location : byte
{
    User = 0,
    PrivateNetworkServingLocalUser = 1,
    PublicNetworkServingLocalUser = 2,
    TransitNetwork = 3,
    PublicNetworkServingRemoteUser = 4,
    PrivateNetworkServingRemoteUser = 5,
    InternationalNetwork = 7,
    BeyondInterworkingPoint = 10,
}

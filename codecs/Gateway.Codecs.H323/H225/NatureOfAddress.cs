namespace Gateway.Codecs.H323.H225;

/// <summary>NatureOfAddress (Q.763) (H.225.0 (12/2009) 7.6, Annex H).</summary>
public enum NatureOfAddress
{
    Unknown,
    SubscriberNumber,
    NationalNumber,
    InternationalNumber,
    NetworkSpecificNumber,
    RoutingNumberNationalFormat,
    RoutingNumberNetworkSpecificFormat,
    RoutingNumberWithCalledDirectoryNumber,
}

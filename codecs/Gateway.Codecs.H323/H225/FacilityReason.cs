namespace Gateway.Codecs.H323.H225;

/// <summary>FacilityReason (H.225.0 (12/2009) 7.4.1, Annex H).</summary>
public enum FacilityReason
{
    RouteCallToGatekeeper,

    /// <summary>The recipient is to release this call and place a new one to the alternative address.</summary>
    CallForwarded,

    RouteCallToMC,
    UndefinedReason,
    ConferenceListChoice,

    /// <summary>Open the H.245 channel to h245Address, or begin tunnelling.</summary>
    StartH245,

    NoH245,
    NewTokens,
    FeatureSetUpdate,
    ForwardedElements,

    /// <summary>Nothing but a carrier for H.450, tunnelled H.245 and the like; earlier editions send an empty body.</summary>
    TransportedInformation,
}

namespace Gateway.Codecs.H323.H225;

/// <summary>conferenceGoal of SETUP (H.225.0 (12/2009) 7.3.10, Annex H).</summary>
public enum ConferenceGoal
{
    Create,
    Join,
    Invite,
    CapabilityNegotiation,

    /// <summary>A connection for supplementary services alone (H.450.1): no call, no bearer, no H.245.</summary>
    CallIndependentSupplementaryService,
}

namespace Gateway.Codecs.H323.H225;

/// <summary>
/// ScreeningIndicator, as octet 3a of calling party number (H.225.0 (12/2009) 7.6, Annex H). The numbers are those of the standard.
/// </summary>
public enum ScreeningIndicator
{
    UserProvidedNotScreened,
    UserProvidedVerifiedAndPassed,
    UserProvidedVerifiedAndFailed,
    NetworkProvided,
}

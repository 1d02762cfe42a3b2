namespace Gateway.Sip.Security;

/// <summary>How many wrong passwords are heard before no more are.</summary>
/// <param name="PerUser">So many of one user from one source; 0: no matter how many.</param>
/// <param name="PerSource">So many of all users from one source.</param>
/// <param name="Window">They count when they come within that time.</param>
/// <param name="Lockout">How long nothing is heard then.</param>
public sealed record WrongPasswordRules(int PerUser, int PerSource, TimeSpan Window, TimeSpan Lockout);

/// <summary>
/// Who guesses. A user is locked for the source that guessed and for no other, so that nobody can lock a telephone out from elsewhere. A
/// source that tries many users is locked for all of them but those that proved themselves there before. What is remembered is bounded.
/// </summary>
public sealed class WrongPasswords(WrongPasswordRules rules, int capacity)
{
    /// <summary>Names longer than that are told apart no further: they are a stranger's, and kept.</summary>
    private const int LongestName = 64;

    private readonly Latest<(Source, string), Tries> users = new(capacity);
    private readonly Latest<Source, Tries> sources = new(capacity);

    /// <summary>Users and sources that are remembered.</summary>
    public int Remembered => users.Count + sources.Count;

    /// <summary>True when that user's answers from there are not looked at, right or wrong.</summary>
    public bool IsLocked(Source source, string user, TimeSpan now)
    {
        var own = users.Find(Key(source, user));
        return now < own.LockedUntil || (!own.HasProved && now < sources.Find(source).LockedUntil);
    }

    /// <summary>Counts a wrong password.</summary>
    /// <returns>Who is locked by it, in words; null when nobody is.</returns>
    public string? Wrong(Source source, string user, TimeSpan now)
    {
        if (rules.PerUser == 0)
        {
            return null;
        }

        var (own, all) = (Counted(users.Find(Key(source, user)), rules.PerUser, now), Counted(sources.Find(source), rules.PerSource, now));
        users.Set(Key(source, user), own);
        sources.Set(source, all);
        return now < own.LockedUntil ? $"{user} from {source}"
            : now < all.LockedUntil ? $"whoever has not proved itself from {source}"
            : null;
    }

    /// <summary>The user proved itself: its wrong ones before were slips. Those of its source stay counted, or one good password would hide the guessing of others.</summary>
    public void Right(Source source, string user)
    {
        if (rules.PerUser > 0)
        {
            users.Set(Key(source, user), new Tries { HasProved = true });
        }
    }

    private Tries Counted(Tries before, int limit, TimeSpan now)
    {
        var tries = now - before.Since <= rules.Window && before.Count > 0 ? before with { Count = before.Count + 1 } : before with { Count = 1, Since = now };
        return tries.Count < limit ? tries : tries with { Count = 0, LockedUntil = now + rules.Lockout };
    }

    private static (Source, string) Key(Source source, string user) => (source, user.Length > LongestName ? user[..LongestName] : user);

    /// <param name="Count">Wrong ones since <paramref name="Since"/>.</param>
    private readonly record struct Tries(int Count, TimeSpan Since, TimeSpan LockedUntil, bool HasProved);
}

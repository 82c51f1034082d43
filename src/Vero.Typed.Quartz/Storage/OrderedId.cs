using System.Globalization;
using System.Security.Cryptography;

namespace Vero.Typed;

/// <summary>
/// Keys that this process makes in ascending order. EF Core inserts the rows of one SaveChanges in the order of their keys, so the key must carry
/// the order of the calls; a key that the database makes is given out again on SQLite after a savepoint is rolled back.
/// </summary>
internal static class OrderedId
{
    private static readonly string ProcessSuffix = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8));

    private static long _last;

    public static string Next(DateTimeOffset now)
    {
        long last = Volatile.Read(ref _last);
        while (true)
        {
            // A clock that is set back must not make keys descend.
            long next = Math.Max(last + 1, now.UtcTicks);
            long found = Interlocked.CompareExchange(ref _last, next, last);
            if (found == last)
                return next.ToString("x16", CultureInfo.InvariantCulture) + ProcessSuffix;
            last = found;
        }
    }
}

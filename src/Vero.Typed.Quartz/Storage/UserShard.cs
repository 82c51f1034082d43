using System.Text;

namespace Vero.Typed;

/// <summary>Which shard a user belongs to. Stored with each row, so the function must never change.</summary>
internal static class UserShard
{
    private const uint OffsetBasis = 2166136261;
    private const uint Prime = 16777619;

    /// <summary>FNV-1a of the client's name, a zero and the user's id.</summary>
    public static int Of(string client, string userId, int shards)
    {
        uint hash = Hash(OffsetBasis, client);
        hash *= Prime;
        return (int)(Hash(hash, userId) % (uint)shards);
    }

    private static uint Hash(uint hash, string text)
    {
        foreach (byte b in Encoding.UTF8.GetBytes(text))
            hash = (hash ^ b) * Prime;
        return hash;
    }
}

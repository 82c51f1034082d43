using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Identity;
using Vero.Typed;

namespace Shop.Web;

[VeroId(From = nameof(Id))]
[VeroEmail(From = nameof(Email))]
public class ShopUser : IdentityUser<Guid>
{
    [VeroTrait]
    public string? Nickname { get; set; }

#if PLANTED
    [JsonIgnore, VeroTrait]
#else
    [JsonIgnore]
#endif
    public string? ResetToken { get; set; }

    [VeroData]
    public Dictionary<string, object?> More { get; } = [];
}

#if PLANTED
public class Guest : IdentityUser<Guid>
{
    [VeroTrait]
    public string? Nickname { get; set; }
}
#endif

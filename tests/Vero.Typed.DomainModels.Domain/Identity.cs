using Microsoft.AspNetCore.Identity;
using Vero.Typed;

namespace Shop.Identity;

[VeroId(From = nameof(Id))]
[VeroEmail(From = nameof(Email))]
[VeroTrait("phone_confirmed", From = nameof(PhoneNumberConfirmed))]
public partial class ShopUser : IdentityUser<Guid>
{
    [VeroTrait]
    public string? FirstName { get; set; }

    [VeroTrait]
    public DateTimeOffset RegisteredOn { get; set; }

    [VeroTimezone(Id = true)]
    public string? TimeZoneId { get; set; }
}

[VeroId(From = nameof(Id), Prefix = "member-")]
[VeroEmail(From = nameof(Email))]
[VeroTrait("user_name", From = nameof(UserName))]
[VeroTrait("kind", Value = "member")]
public class MemberAccount : IdentityUser<int>
{
    [VeroTrait("city", From = "Address.City")]
    [VeroTrait("country", From = "Address.Country.IsoCode")]
    public MemberProfile? Profile { get; set; }

    [VeroTrait("roles", From = "[].Role.Name")]
    public ICollection<MemberRole> Roles { get; } = [];
}

public class MemberProfile
{
    public string? Nickname { get; set; }

    public PostalAddress? Address { get; set; }
}

public class PostalAddress
{
    public string? Street { get; set; }

    public string? City { get; set; }

    public Country? Country { get; set; }
}

public class Country
{
    public int Id { get; set; }

    public string? Name { get; set; }

    public string IsoCode { get; set; } = "";
}

public class MemberRole
{
    public int MemberId { get; set; }

    public IdentityRole<int>? Role { get; set; }
}

using System.Globalization;
using Vero.Typed;

namespace Shop.Store;

/// <summary>The base of all entities of the shop, orders and pictures too.</summary>
public abstract class StoreEntity
{
    public int Id { get; set; }
}

[VeroId(From = nameof(Id))]
public class StoreCustomer : StoreEntity
{
    public Guid CustomerGuid { get; set; }

    [VeroTrait]
    public string? Username { get; set; }

    [VeroEmail]
    public string? Email { get; set; }

    public string? EmailToRevalidate { get; set; }

    [VeroTrait]
    public string? FirstName { get; set; }

    [VeroTrait]
    public string? LastName { get; set; }

    [VeroTrait]
    public string? Gender { get; set; }

    [VeroTrait]
    public DateTime? DateOfBirth { get; set; }

    [VeroTrait]
    public string? Company { get; set; }

    public string? StreetAddress { get; set; }

    public string? StreetAddress2 { get; set; }

    [VeroTrait]
    public string? ZipPostalCode { get; set; }

    [VeroTrait]
    public string? City { get; set; }

    [VeroTrait]
    public string? County { get; set; }

    public int CountryId { get; set; }

    public int StateProvinceId { get; set; }

    [VeroTrait]
    public string? Phone { get; set; }

    public string? Fax { get; set; }

    [VeroTrait]
    public string? VatNumber { get; set; }

    public int VatNumberStatusId { get; set; }

    [VeroTimezone(Id = true)]
    public string? TimeZoneId { get; set; }

    [VeroTrait("attributes", Json = true)]
    public string? CustomCustomerAttributes { get; set; }

    public int? CurrencyId { get; set; }

    [VeroLanguage(Converter = nameof(LanguageTag))]
    public int? LanguageId { get; set; }

    public string? AdminComment { get; set; }

    [VeroTrait]
    public bool IsTaxExempt { get; set; }

    public int AffiliateId { get; set; }

    public int VendorId { get; set; }

    [VeroTrait]
    public bool HasShoppingCartItems { get; set; }

    public bool RequireReLogin { get; set; }

    public int FailedLoginAttempts { get; set; }

    public DateTime? CannotLoginUntilDateUtc { get; set; }

    [VeroTrait]
    public bool Active { get; set; }

    [VeroTrait]
    public bool Deleted { get; set; }

    public bool IsSystemAccount { get; set; }

    public string? SystemName { get; set; }

    [VeroTrait]
    public string? LastIpAddress { get; set; }

    [VeroTrait]
    public DateTime CreatedOnUtc { get; set; }

    [VeroTrait]
    public DateTime? LastLoginDateUtc { get; set; }

    [VeroTrait]
    public DateTime LastActivityDateUtc { get; set; }

    public int RegisteredInStoreId { get; set; }

    public int? BillingAddressId { get; set; }

    [VeroTrait("billing_city", From = "City")]
    [VeroTrait("billing_country", From = "Country.Name")]
    public StoreAddress? BillingAddress { get; set; }

    internal static string? LanguageTag(int? languageId) => languageId switch
    {
        1 => "en-AU",
        2 => "de-CH",
        _ => null,
    };
}

public class StoreAddress : StoreEntity
{
    public string? City { get; set; }

    public StoreCountry? Country { get; set; }
}

public class StoreCountry : StoreEntity
{
    public string? Name { get; set; }
}

[VeroId(From = nameof(Id), Prefix = "vendor-")]
[VeroTrait("kind", Value = "vendor")]
public class StoreVendor : StoreEntity
{
    [VeroTrait]
    public string Name { get; set; } = "";

    [VeroEmail]
    public string Email { get; set; } = "";

    [VeroTrait]
    public string? Description { get; set; }

    [VeroTrait]
    public int PictureId { get; set; }

    [VeroTrait]
    public int AddressId { get; set; }

    public string? AdminComment { get; set; }

    [VeroTrait]
    public bool Active { get; set; }

    public bool Deleted { get; set; }

    [VeroTrait]
    public int DisplayOrder { get; set; }

    [VeroTrait]
    public string? MetaKeywords { get; set; }

    [VeroTrait]
    public string? MetaTitle { get; set; }

    [VeroTrait]
    public int PageSize { get; set; }

    [VeroTrait]
    public bool AllowCustomersToSelectPageSize { get; set; }

    [VeroTrait]
    public string? PageSizeOptions { get; set; }

    [VeroTrait]
    public bool PriceRangeFiltering { get; set; }

    [VeroTrait]
    public decimal PriceFrom { get; set; }

    [VeroTrait]
    public decimal PriceTo { get; set; }

    [VeroTrait]
    public bool ManuallyPriceRange { get; set; }

    [VeroTrait]
    public int? PmCustomerId { get; set; }

    [VeroTrait("notes", From = "Count")]
    public ICollection<VendorNote> VendorNotes { get; } = [];

    [VeroTrait]
    public string GetDisplayName() => Active ? Name : $"{Name} (closed)";
}

public class VendorNote : StoreEntity
{
    public string? Note { get; set; }

    public DateTime CreatedOnUtc { get; set; }
}

[VeroId(From = nameof(Id), Prefix = "affiliate-")]
[VeroTrait("kind", Value = StoreKind.Affiliate)]
[VeroTrait("priority", Value = 3)]
public class StoreAffiliate : StoreEntity
{
    [VeroEmail(From = "Email")]
    [VeroTrait("name", From = "GetFullName()")]
    [VeroTrait("city", From = "City")]
    public AffiliateAddress Address { get; set; } = new();

    [VeroTrait]
    public bool Active { get; set; }

    [VeroLanguage]
    public CultureInfo? Culture { get; set; }
}

public class AffiliateAddress
{
    public string? Email { get; set; }

    public string? FirstName { get; set; }

    public string? LastName { get; set; }

    public string? City { get; set; }

    public string GetFullName() => $"{FirstName} {LastName}";
}

public enum StoreKind
{
    Customer,
    Affiliate,
}

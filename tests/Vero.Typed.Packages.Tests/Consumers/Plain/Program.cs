using System.Collections.Generic;
using Vero.Typed;

namespace Shop
{
    public class Customer
    {
#if !PLANTED
        [VeroId]
#endif
        public string Id;

        [VeroEmail]
        public string Email { get; set; }

        [VeroTrait]
        public List<string> Tags { get; set; }

        [VeroData]
        public IDictionary<string, object> Extra { get; set; }
    }

    public static class Program
    {
        public static void Main()
        {
            Customer customer = new Customer
            {
                Id = "a-1",
                Tags = new List<string> { "x", null },
                Extra = new Dictionary<string, object> { ["score"] = 1.5, ["note"] = null },
            };
            System.Console.WriteLine(customer.ToIdentifyRequest().ToJson());
        }
    }
}

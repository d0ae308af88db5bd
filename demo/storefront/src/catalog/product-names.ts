interface Names {
  title: string
  description: string
}

/** What the demo sells, in Thai. A shop would keep it in Medusa's translations. */
const THAI: Record<string, Names> = {
  "doi-chang-coffee": {
    title: "กาแฟดอยช้าง 250 กรัม",
    description: "อาราบิก้าจากเชียงราย คั่วสดทุกวันจันทร์",
  },
  "jasmine-rice": {
    title: "ข้าวหอมมะลิ 5 กก.",
    description: "ข้าวหอมมะลิสุรินทร์ ข้าวใหม่ปีนี้",
  },
  "mango-strips": {
    title: "มะม่วงอบแห้ง 1 ชิ้น",
    description: "สินค้าชิ้นเล็กที่สุดในร้าน สำหรับลองจ่ายยอดเล็ก ๆ",
  },
  "silk-scarf": {
    title: "ผ้าพันคอไหมสุรินทร์",
    description: "ทอมือ ขนาด 180 × 60 ซม.",
  },
  "celadon-set": {
    title: "ชุดน้ำชาศิลาดล",
    description: "กา 1 ใบและถ้วย 4 ใบจากลำพูน เคลือบลายราน",
  },
  "teak-bench": {
    title: "ม้านั่งสวนไม้สักเก่า",
    description: "นั่งได้สองคน หรือหนึ่งคนกับหมาหนึ่งตัว",
  },
}

const thaiOf = (
  handle: string | null | undefined,
  locale: string
): Names | undefined => (locale === "th" ? THAI[handle ?? ""] : undefined)

export const productNames = (
  product: { handle: string; title: string; description: string | null },
  locale: string
): { title: string; description: string | null } =>
  thaiOf(product.handle, locale) ?? product

/** The name of a product in a cart or an order. */
export const lineTitle = (
  line: {
    product_handle?: string | null
    product_title?: string | null
    title: string
  },
  locale: string
): string =>
  thaiOf(line.product_handle, locale)?.title ?? line.product_title ?? line.title

const en = {
  upload: {
    open: "Upload",
    title: "Upload payouts",
    hint: "An Excel or CSV file with the columns of the template; the description may be missing. Of a workbook the first sheet is read, with its hidden lines. At most {{most}} lines; all are requested, or none.",
    template: "Template:",
    xlsx: "Excel",
    csv: "CSV",
    choose: "Choose a file",
    line: "Line",
    total_one: "{{count}} payout, {{amount}} in all",
    total_other: "{{count}} payouts, {{amount}} in all",
    tooMuch: "That is more than the {{amount}} available in the wallet.",
    wrong:
      "Lines to mend: {{count}}. Mend them in the file and choose it again; nothing has been sent.",
    cells:
      "There are more cells than columns. An amount with a comma stands in quotation marks.",
    zeros:
      "The file holds this account number as a quantity, and zeros at its front may be lost. Format the column as text and enter the number again.",
    rounded:
      "A spreadsheet has rounded this number. Format the column as text and enter the number again.",
    unreadable:
      "There is a character in this cell that cannot be read. Save the file as CSV UTF-8, or enter the text again.",
    sameAs: "Same account and amount as line {{line}}",
    unknownBank: "No bank with this code is known.",
    refusedBank: "The shop does not pay out to this bank.",
    more_one: "and {{count}} line more",
    more_other: "and {{count}} lines more",
    confirmNothing: "Request payouts",
    confirm_one: "Request {{count}} payout",
    confirm_other: "Request {{count}} payouts",
    created_one: "{{count}} payout was requested.",
    created_other: "{{count}} payouts were requested.",
    problem: {
      empty: "There are no payouts in this file.",
      too_many: "There are more than {{most}} lines in this file.",
      too_large: "This file is larger than {{megabytes}} MB.",
      unreadable:
        "This file could not be read. If it is open in another program, close it there and choose it again.",
      not_loaded:
        "A part of this page could not be loaded. Reload the page and choose the file again.",
      not_csv: "This is not a CSV file, or a quotation mark is missing in it.",
      not_excel: "This Excel file could not be read. Save it anew as .xlsx.",
      columns: "Columns are missing: {{missing}}.",
    },
  },
}

const th: typeof en = {
  upload: {
    open: "อัปโหลด",
    title: "อัปโหลดรายการจ่ายเงินออก",
    hint: "ไฟล์ Excel หรือ CSV ที่มีคอลัมน์ตามแบบฟอร์ม (ไม่จำเป็นต้องมีรายละเอียด) ไฟล์ Excel จะอ่านแผ่นงานแรกรวมถึงแถวที่ซ่อนไว้ ไม่เกิน {{most}} บรรทัด ระบบจะส่งคำขอทั้งหมดหรือไม่ส่งเลย",
    template: "แบบฟอร์ม:",
    xlsx: "Excel",
    csv: "CSV",
    choose: "เลือกไฟล์",
    line: "บรรทัด",
    total_one: "{{count}} รายการ รวม {{amount}}",
    total_other: "{{count}} รายการ รวม {{amount}}",
    tooMuch: "เกินยอดเงินคงเหลือที่ใช้ได้ {{amount}}",
    wrong:
      "มี {{count}} บรรทัดที่ต้องแก้ไข กรุณาแก้ไขในไฟล์แล้วเลือกใหม่ ยังไม่มีรายการใดถูกส่ง",
    cells:
      "จำนวนช่องมากกว่าจำนวนคอลัมน์ จำนวนเงินที่มีเครื่องหมายจุลภาคต้องอยู่ในเครื่องหมายคำพูด",
    zeros:
      "ไฟล์นี้เก็บเลขที่บัญชีเป็นจำนวน เลขศูนย์ข้างหน้าอาจหายไป กรุณาจัดรูปแบบคอลัมน์เป็นข้อความแล้วกรอกเลขที่บัญชีใหม่",
    rounded:
      "โปรแกรมตารางคำนวณปัดเศษเลขที่บัญชีนี้ กรุณาจัดรูปแบบคอลัมน์เป็นข้อความแล้วกรอกเลขที่บัญชีใหม่",
    unreadable:
      "มีอักขระที่อ่านไม่ได้ในช่องนี้ กรุณาบันทึกไฟล์เป็น CSV UTF-8 หรือกรอกข้อความใหม่",
    sameAs: "บัญชีและจำนวนเงินเดียวกับบรรทัดที่ {{line}}",
    unknownBank: "ไม่รู้จักธนาคารที่ใช้รหัสนี้",
    refusedBank: "ร้านไม่จ่ายเงินออกไปยังธนาคารนี้",
    more_one: "และอีก {{count}} บรรทัด",
    more_other: "และอีก {{count}} บรรทัด",
    confirmNothing: "ขอจ่ายเงินออก",
    confirm_one: "ขอจ่ายเงินออก {{count}} รายการ",
    confirm_other: "ขอจ่ายเงินออก {{count}} รายการ",
    created_one: "ส่งคำขอจ่ายเงินออก {{count}} รายการแล้ว",
    created_other: "ส่งคำขอจ่ายเงินออก {{count}} รายการแล้ว",
    problem: {
      empty: "ไม่มีรายการจ่ายเงินออกในไฟล์นี้",
      too_many: "ไฟล์นี้มีมากกว่า {{most}} บรรทัด",
      too_large: "ไฟล์นี้มีขนาดใหญ่กว่า {{megabytes}} MB",
      unreadable: "ไม่สามารถอ่านไฟล์นี้ได้ หากเปิดอยู่ในโปรแกรมอื่น กรุณาปิดแล้วเลือกไฟล์ใหม่",
      not_loaded: "ไม่สามารถโหลดบางส่วนของหน้านี้ได้ กรุณาโหลดหน้านี้ใหม่แล้วเลือกไฟล์อีกครั้ง",
      not_csv: "ไฟล์นี้ไม่ใช่ CSV หรือมีเครื่องหมายคำพูดไม่ครบ",
      not_excel: "ไม่สามารถอ่านไฟล์ Excel นี้ได้ กรุณาบันทึกเป็น .xlsx ใหม่",
      columns: "ไม่มีคอลัมน์ {{missing}}",
    },
  },
}

export const uploadTexts = { en, th }

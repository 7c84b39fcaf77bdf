/** A PDF of one empty page, as somebody would hand in. */
export const PDF_DE_PRUEBA = pdf();

/** Another that weighs about that much and is good. */
export function pdf(relleno = 0): Buffer {
  const objetos = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] >>',
    `<< /Length ${relleno} >>\nstream\n${'a'.repeat(relleno)}\nendstream`,
  ];
  let texto = '%PDF-1.7\n';
  const lugares = objetos.map((objeto, i) => {
    const lugar = texto.length;
    texto += `${i + 1} 0 obj\n${objeto}\nendobj\n`;
    return `${String(lugar).padStart(10, '0')} 00000 n \n`;
  });
  return Buffer.from(
    `${texto}xref\n0 5\n0000000000 65535 f \n${lugares.join('')}trailer\n<< /Size 5 /Root 1 0 R >>\nstartxref\n${texto.length}\n%%EOF\n`,
  );
}

import { describe, expect, it } from 'vitest';
import { empiezaComoPdf, leerSello, mencionesDeFirma } from './rangos.ts';

/** A file with one signature, its ranges as they should be unless told. */
function firmado({
  rango = (a: number, b: number, c: number) => `[0 ${a} ${b} ${c}]`,
  antes = '',
  otras = '',
  despues = '\nendobj\n%%EOF\n',
  contenido = '<00ff>',
  envuelve = (d: string) => `%PDF-1.7\n${antes}7 0 obj\n${d}`,
} = {}): Buffer {
  const escribir = (r: string) => {
    const d = `<</Type /Sig /ByteRange ${r.padEnd(60)} /Contents ${contenido}${otras}>>`;
    return envuelve(d) + despues;
  };
  const texto = escribir('');
  const a = texto.lastIndexOf(contenido);
  const b = a + contenido.length;
  return Buffer.from(escribir(rango(a, b, texto.length - b)), 'latin1');
}

describe('leerSello', () => {
  it('da lo que la firma cubre como vistas del archivo, sin copiarlo', () => {
    const pdf = firmado();
    const sello = leerSello(pdf);
    expect(sello?.cubierto.map((uno) => uno.buffer)).toEqual([pdf.buffer, pdf.buffer]);
    expect(Buffer.concat(sello?.cubierto ?? []).toString('latin1')).toBe(
      pdf.toString('latin1').replace('<00ff>', ''),
    );
    expect(pdf.toString('latin1', sello?.contenido.inicio, sello?.contenido.fin)).toBe('00ff');
    expect(sello?.despues).toBe(0);
  });

  it('dice cuánto hay después de lo cubierto', () => {
    expect(leerSello(Buffer.concat([firmado(), Buffer.from('% más')]))?.despues).toBe(6);
  });

  it('un texto del mismo diccionario que dice «obj» no lo confunde', () => {
    const conTexto = {
      envuelve: (d: string) => `%PDF-1.7\n7 0 obj\n${d.replace('<<', '<</Reason (objeto)')}`,
    };
    expect(leerSello(firmado(conTexto))?.despues).toBe(0);
  });

  const NO: [string, Parameters<typeof firmado>[0]][] = [
    ['fuera de un objeto', { envuelve: (d) => `%PDF-1.7\n${d}` }],
    ['dentro de un texto', { envuelve: (d) => `%PDF-1.7\n7 0 obj\n(${d})` }],
    ['en JSON', { envuelve: (d) => `{"acto":"7 0 obj (${d})"}` }],
    ['con un rango que deja fuera un byte más', { rango: (a, b, c) => `[0 ${a} ${b + 1} ${c - 1}]` }],
    ['con un rango que no empieza en 0', { rango: (a, b, c) => `[1 ${a - 1} ${b} ${c}]` }],
    ['con un rango más allá del archivo', { rango: (a, b, c) => `[0 ${a} ${b} ${c + 1}]` }],
    ['con cinco números', { rango: (a, b, c) => `[0 ${a} ${b} ${c} 0]` }],
    ['con un número que no lo es', { rango: (a, b) => `[0 ${a} ${b} /x]` }],
    ['con dos firmas en un diccionario', { otras: ' /Contents <00>' }],
    ['con dos rangos en un diccionario', { otras: ' /ByteRange [0 1 2 3]' }],
    ['con otro rango después', { despues: '\nendobj\n% /ByteRange [0 1 2 3]\n' }],
    ['con la firma escrita entre paréntesis', { contenido: '(abcd)' }],
    ['con un diccionario por firma', { contenido: '<</A 1>>' }],
    ['que no acaba', { despues: '' }],
  ];
  it.each(NO)('no toma por sello un rango %s', (como, partes) => {
    const pdf = firmado(partes);
    expect(leerSello(como === 'que no acaba' ? pdf.subarray(0, -4) : pdf)).toBeUndefined();
  });

  it('cuenta las menciones, y dónde empieza el archivo', () => {
    expect(mencionesDeFirma(firmado({ antes: '% /ByteRange /ByteRange\n' }))).toBe(3);
    expect(empiezaComoPdf(firmado())).toBe(true);
    expect(empiezaComoPdf(Buffer.concat([Buffer.from('\n'), firmado()]))).toBe(false);
  });
});

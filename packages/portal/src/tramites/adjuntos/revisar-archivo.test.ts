import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EICAR } from '../../../pruebas/clamd.ts';
import { PDF_DE_PRUEBA } from '../../../pruebas/adjuntos.ts';
import { sinAntivirus, type Antivirus } from '../../plataforma/index.ts';
import { nombreParaMostrar, revisarArchivo } from './revisar-archivo.ts';

const archivo = (contenido: Buffer, nombre = 'cedula.pdf') => ({ campo: 'archivo', nombre, contenido });
const que = async (a: Antivirus, contenido: Buffer, nombre?: string) => {
  const r = await revisarArchivo(a, archivo(contenido, nombre));
  return r.ok ? r.valor.nombre : r.codigo;
};

describe('revisar un archivo', () => {
  it('un PDF que se llama de otro modo es un PDF, y una página que se llama PDF no lo es', async () => {
    expect(await que(sinAntivirus, PDF_DE_PRUEBA, 'foto.exe')).toBe('foto.pdf');
    expect(await que(sinAntivirus, Buffer.from('<html></html>'), 'cedula.pdf')).toBe('archivo-otro-tipo');
  });

  it('el antivirus mira primero: lo infectado no pasa, y si no responde no pasa nada', async () => {
    const halla: Antivirus = {
      revisar: (c) => Promise.resolve(c.includes(EICAR) ? 'infectado' : 'limpio'),
    };
    const calla: Antivirus = { revisar: () => Promise.resolve('no-responde') };
    const conEicar = Buffer.concat([PDF_DE_PRUEBA, Buffer.from(EICAR)]);
    expect(await que(halla, conEicar)).toBe('archivo-infectado');
    expect(await que(halla, PDF_DE_PRUEBA)).toBe('cedula.pdf');
    expect(await que(calla, PDF_DE_PRUEBA)).toBe('antivirus');
  });

  it.each([
    ['una marca de orden de bytes', '\ufeff'],
    ['un salto de línea', '\r\n'],
    ['varios blancos', '\ufeff \n\t\n'],
  ])('un PDF con %s delante se lee, y se guarda desde donde empieza', async (_, delante) => {
    const r = await revisarArchivo(
      sinAntivirus,
      archivo(Buffer.concat([Buffer.from(delante), PDF_DE_PRUEBA])),
    );
    expect(r).toMatchObject({ ok: true, valor: { contenido: PDF_DE_PRUEBA } });
  });

  it('sin archivo, vacío o con uno que se cortó por grande, se dice qué hacer', async () => {
    expect(await revisarArchivo(sinAntivirus, undefined)).toMatchObject({ codigo: 'archivo-falta' });
    expect(await revisarArchivo(sinAntivirus, archivo(Buffer.alloc(0)))).toMatchObject({
      codigo: 'archivo-vacio',
      mensaje: expect.stringContaining('está vacío') as string,
    });
    const cortado = { ...archivo(PDF_DE_PRUEBA), excede: true as const };
    expect(await revisarArchivo(sinAntivirus, cortado)).toMatchObject({ codigo: 'archivo-muy-grande' });
  });
});

describe('el nombre del archivo', () => {
  it.each([
    ['C:\\fakepath\\Cédula de Inés.PDF', 'Cédula de Inés.pdf'],
    ['../../etc/passwd', 'passwd.pdf'],
    ['factura\u202egpj.exe', 'facturagpj.pdf'],
    ['.htaccess', 'htaccess.pdf'],
    ['v1.2.final.pdf', 'v1.2.final.pdf'],
    ['Acta 12.05.2026', 'Acta 12.05.2026.pdf'],
    ['Recibo No. 5.PDF.pdf', 'Recibo No. 5.pdf'],
    ['contrato.v2', 'contrato.v2.pdf'],
    ['S.A.S.', 'S.A.S.pdf'],
    ['cédula.pdf.exe', 'cédula.pdf'],
    ['.pdf', 'documento.pdf'],
    ['foto.jpg.html', 'foto.pdf'],
    ['"><script>', 'script.pdf'],
    ['   ', 'documento.pdf'],
    ['a'.repeat(500), `${'a'.repeat(100)}.pdf`],
  ])('%j se muestra como %j', (escrito, mostrado) => {
    expect(nombreParaMostrar(escrito, 'application/pdf')).toBe(mostrado);
  });

  it('cualquiera cabe en su casilla, es de una línea y no lleva camino', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (escrito) => {
        const nombre = nombreParaMostrar(escrito, 'image/png');
        expect([...nombre].length).toBeLessThanOrEqual(120);
        expect(nombre).toMatch(/^[^\\/\p{Cc}\p{Cf}\p{Cs}]+\.png$/u);
      }),
    );
  });
});

import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Carpeta, ejecutar } from '../../pruebas/herramientas.ts';
import { armarPdf, flujo, flujoCrudo, unaPagina } from '../../pruebas/pdf-a-mano.ts';
import { inspeccionarPdf, LIMITES_PDF } from './inspeccionar-pdf.ts';

const carpeta = new Carpeta();

async function codigoDe(pdf: Uint8Array): Promise<string> {
  const r = await inspeccionarPdf(pdf);
  return r.ok ? `ok:${r.valor.paginas}` : r.codigo;
}

/** The same document as qpdf writes it. */
function qpdf(pdf: Buffer, ...argumentos: string[]): Buffer {
  const entra = carpeta.guardar(`${randomBytes(4).toString('hex')}.pdf`, pdf);
  const { codigo, error } = ejecutar('qpdf', [...argumentos, entra, `${entra}.out`]);
  if (codigo !== 0) throw new Error(error);
  return readFileSync(`${entra}.out`);
}

const enObjetos = (pdf: Buffer) => qpdf(pdf, '--object-streams=generate', '--compress-streams=y');
const CODIGO = '<< /S /JavaScript /JS (app.alert\\(1\\)) >>';

describe('PDF que se reciben', () => {
  it('uno corriente, y qpdf está de acuerdo en que lo es', async () => {
    const pdf = unaPagina();
    expect(ejecutar('qpdf', ['--check', carpeta.guardar('bien.pdf', pdf)]).codigo).toBe(0);
    expect(await codigoDe(pdf)).toBe('ok:1');
  });

  it.each([
    ['con los objetos comprimidos', enObjetos(unaPagina())],
    ['linealizado', qpdf(unaPagina(), '--linearize')],
    ['que abre en una página', unaPagina({ catalogo: '/OpenAction [3 0 R /Fit]' })],
    [
      'que abre en una página por una acción aparte',
      unaPagina({ catalogo: '/OpenAction 5 0 R', otros: ['<< /S /GoTo /D [3 0 R /Fit] >>'] }),
    ],
    [
      'con un enlace a una dirección, que solo actúa si se oprime',
      unaPagina({
        pagina:
          '/Annots [<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] /A << /S /URI /URI (https://ejemplo.co) >> >>]',
      }),
    ],
    [
      'con el texto en base 85, como lo escriben algunos programas',
      unaPagina({
        contenido: flujoCrudo(
          Buffer.from(`${base85(deflateSync('0 0 m 9 9 l S'))}~>`),
          '/Filter [/ASCII85Decode /FlateDecode]',
        ),
      }),
    ],
    ['que habla de JavaScript en un texto', unaPagina({ otros: ['(/JavaScript /JS /Launch)'] })],
  ])('%s', async (_, pdf) => {
    expect(await codigoDe(pdf)).toBe('ok:1');
  });
});

describe('PDF que no se reciben porque actúan', () => {
  const casos: [string, Buffer][] = [
    ['código al abrir', unaPagina({ catalogo: `/OpenAction ${CODIGO}` })],
    ['código con el nombre disfrazado', unaPagina({ otros: ['<< /S /J#61vaScript /#4a#53 (x) >>'] })],
    ['código en una revisión anterior', Buffer.concat([unaPagina({ otros: [CODIGO] }), unaPagina()])],
    [
      'código en un objeto al que ninguna tabla apunta',
      unaPagina({ despues: '', otros: [flujoCrudo(Buffer.from(`9 0 obj ${CODIGO} endobj`), '')] }),
    ],
    ['código tras un comentario', unaPagina({ otros: [`null endobj 9 0 % nota\nobj ${CODIGO}`] })],
    [
      'código en la lista de nombres',
      unaPagina({ catalogo: `/Names << /JavaScript << /Names [(a) ${CODIGO}] >> >>` }),
    ],
    ['un programa', unaPagina({ otros: ['<< /S /Launch /F (a.exe) >>'] })],
    [
      'una dirección al abrir',
      unaPagina({ catalogo: '/OpenAction << /S /URI /URI (https://ejemplo.co) >>' }),
    ],
    [
      'una dirección al abrir, por una acción aparte',
      unaPagina({ catalogo: '/OpenAction 5 0 R', otros: ['<< /S /URI /URI (https://ejemplo.co) >>'] }),
    ],
    ['una acción de página', unaPagina({ pagina: '/AA << /O << /S /Named /N /NextPage >> >>' })],
    [
      'una acción tras otra',
      unaPagina({ catalogo: '/OpenAction << /S /GoTo /D [3 0 R /Fit] /Next 9 0 R >>' }),
    ],
    ['un formulario que se envía', unaPagina({ otros: ['<< /S /SubmitForm /F (https://ejemplo.co) >>'] })],
    [
      'un formulario XFA',
      unaPagina({ catalogo: '/AcroForm << /Fields [] /XFA 5 0 R >>', otros: [flujo('<xdp/>')] }),
    ],
    [
      'un archivo adentro',
      unaPagina({
        otros: ['<< /Type /Filespec /F (a.exe) /EF << /F 6 0 R >> >>', flujo('MZ', '/Type /EmbeddedFile')],
      }),
    ],
    ['video', unaPagina({ pagina: '/Annots [<< /Type /Annot /Subtype /RichMedia /Rect [0 0 9 9] >>]' })],
    ['otro documento', unaPagina({ otros: ['<< /S /GoToR /F (\\\\\\\\servidor\\\\a.pdf) >>'] })],
    ['bytes que están en otro archivo', unaPagina({ otros: [flujoCrudo(Buffer.from('x'), '/F (a.bin)')] })],
  ];
  it.each(casos)('%s', async (_, pdf) => {
    expect(await codigoDe(pdf)).toBe('pdf-activo');
  });

  it('el código también se halla entre objetos comprimidos', async () => {
    const pdf = enObjetos(unaPagina({ catalogo: '/OpenAction 5 0 R', otros: [CODIGO] }));
    expect(pdf.includes('/JavaScript')).toBe(false);
    expect(await codigoDe(pdf)).toBe('pdf-activo');
  });
});

describe('PDF que no se reciben por otra razón', () => {
  it.each([
    ['con contraseña para abrirlo', ['--encrypt', 'abre', 'manda', '256', '--']],
    ['protegido, aunque abra sin contraseña', ['--encrypt', '', 'manda', '128', '--use-aes=y', '--']],
    [
      'protegido y con los objetos comprimidos',
      ['--object-streams=generate', '--encrypt', 'a', 'b', '256', '--'],
    ],
  ])('%s', async (_, argumentos) => {
    expect(await codigoDe(qpdf(unaPagina(), ...argumentos))).toBe('pdf-con-contrasena');
  });

  it.each([
    ['cortado', unaPagina().subarray(0, 300)],
    [
      'sin páginas',
      armarPdf({ objetos: ['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [] /Count 0 >>'] }),
    ],
    ['que empieza como página de internet', unaPagina({ antes: '<script>alert(1)</script>' })],
    ['anidado sin fin', unaPagina({ otros: ['['.repeat(100_000)] })],
    ['de diccionarios que no cierran', unaPagina({ otros: ['<< /A '.repeat(90)] })],
    [
      'comprimido como ya nadie comprime',
      unaPagina({ otros: [flujoCrudo(Buffer.from('x'), '/Filter /LZWDecode')] }),
    ],
    [
      'comprimido dos veces',
      unaPagina({
        otros: [flujoCrudo(deflateSync(deflateSync('x')), '/Filter [/FlateDecode /FlateDecode]')],
      }),
    ],
  ])('%s', async (_, pdf) => {
    expect(await codigoDe(pdf)).toBe('pdf-ilegible');
  });

  it('una bomba: 130 kB que se despliegan a 130 MB', async () => {
    const pdf = unaPagina({ contenido: flujo(Buffer.alloc(LIMITES_PDF.porFlujo + 1)) });
    expect(pdf.length).toBeLessThan(200_000);
    expect(await codigoDe(pdf)).toBe('pdf-desmedido');
  });

  it('una bomba repartida: muchos flujos que caben, y juntos no', async () => {
    const uno = flujo(Buffer.alloc(100 * 2 ** 20));
    expect(await codigoDe(unaPagina({ otros: Array.from({ length: 6 }, () => uno) }))).toBe('pdf-desmedido');
  });

  it('una bomba de objetos comprimidos, y una imagen con más puntos que ninguna', async () => {
    const objetos = flujo(Buffer.alloc(80 * 2 ** 20, ' '), '/Type /ObjStm /N 1 /First 4');
    expect(['pdf-desmedido', 'pdf-ilegible']).toContain(await codigoDe(unaPagina({ otros: [objetos] })));
    const imagen = flujoCrudo(
      Buffer.from('x'),
      '/Subtype /Image /Width 60000 /Height 60000 /Filter /JBIG2Decode',
    );
    expect(await codigoDe(unaPagina({ otros: [imagen] }))).toBe('pdf-desmedido');
  });

  it('más páginas de las que nadie leerá', async () => {
    const hojas = Array.from({ length: LIMITES_PDF.paginas + 1 }, () => '<< /Type /Page >>');
    expect(await codigoDe(unaPagina({ otros: hojas }))).toBe('pdf-demasiadas-paginas');
  });

  it('textos que no cierran, tantos que releerlos no acabaría', async () => {
    const pdf = unaPagina({ otros: ['9 0 obj ('.repeat(200_000)] });
    expect(await codigoDe(pdf)).toBe('pdf-ilegible');
  });
});

describe('el trabajo que un archivo da tiene límite, aunque cada parte sea pequeña', () => {
  const muchos = (cuantos: number, uno: Buffer | string) => {
    const partes = Array.from({ length: cuantos }, (_, i) => [
      Buffer.from(`${i + 9} 0 obj `),
      Buffer.from(uno),
      Buffer.from(' endobj\n'),
    ]);
    const pagina = unaPagina();
    const cuerpo = pagina.indexOf('xref');
    return Buffer.concat([pagina.subarray(0, cuerpo), ...partes.flat(), pagina.subarray(cuerpo)]);
  };
  it.each([
    ['flujos que no terminan', muchos(20_000, '<< /Length 3 >>\nstream\nabc'), 'pdf-ilegible'],
    [
      'base 85 que no termina',
      muchos(20_000, flujoCrudo(Buffer.from('abcd'), '/Filter /ASCII85Decode')),
      'pdf-ilegible',
    ],
    [
      'flujos dañados',
      muchos(LIMITES_PDF.flujosLentos + 1, flujoCrudo(Buffer.from('abcd'), '/Filter /FlateDecode')),
      'pdf-desmedido',
    ],
    ['y muchos flujos pequeños y sanos se reciben', muchos(20_000, flujo('0 0 m')), 'ok:1'],
  ])('%s', async (_, pdf, esperado) => {
    expect(await codigoDe(pdf)).toBe(esperado);
  });

  it('un flujo que finge su final sigue mirándose hasta el verdadero', async () => {
    // Stored, not compressed, so that the false ending stands in the file as it is.
    const objetos = Buffer.from(`7 0 ${' '.repeat(40)}\nendstream\n${CODIGO}`);
    const cabeza = `/Filter /FlateDecode /Type /ObjStm /N 1 /First ${objetos.indexOf('<<')}`;
    const pdf = unaPagina({ otros: [flujoCrudo(deflateSync(objetos, { level: 0 }), cabeza)] });
    expect(pdf.includes('endstream\n<< /S /JavaScript')).toBe(true);
    expect(await codigoDe(pdf)).toBe('pdf-activo');
  });
});

describe('cualquier archivo', () => {
  it('tiene una respuesta, y los que se dañan al azar no se vuelven aceptables con código', async () => {
    const malo = unaPagina({ catalogo: `/OpenAction ${CODIGO}` });
    const protegida = malo.indexOf('/OpenAction');
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(malo.length - 1), fc.nat(255)), { maxLength: 12 }),
        async (cambios) => {
          const otro = Buffer.from(malo);
          for (const [donde, que] of cambios)
            if (donde < protegida - 60 || donde > protegida + 80) otro[donde] = que;
          expect(await codigoDe(otro)).toMatch(/^pdf-/);
        },
      ),
      { numRuns: 300 },
    );
  });
});

function base85(bytes: Buffer): string {
  let texto = '';
  for (let i = 0; i < bytes.length; i += 4) {
    const grupo = bytes.subarray(i, i + 4);
    let n = Buffer.concat([grupo, Buffer.alloc(4 - grupo.length)]).readUInt32BE();
    const cifras = Array.from({ length: 5 }, () => {
      const c = String.fromCharCode(33 + (n % 85));
      n = Math.floor(n / 85);
      return c;
    }).reverse();
    texto += cifras.slice(0, grupo.length + 1).join('');
  }
  return texto;
}

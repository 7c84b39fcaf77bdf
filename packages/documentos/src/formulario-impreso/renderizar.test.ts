import { describe, expect, it } from 'vitest';
import { objetosDe, paginasDe, textoDe } from '../../pruebas/formulario.ts';
import { Carpeta, ejecutar } from '../../pruebas/herramientas.ts';
import { pedidoDePrueba } from '../../pruebas/muestras.ts';
import { filas, renderizarFormulario, type Disposicion, type PedidoImpreso } from './index.ts';

/** A made-up form, so that what is proved is the drawing and not one layout. */
const INVENTADO: Disposicion = {
  codigo: '999',
  titulo: 'Formulario inventado',
  documento: 'Formulario 999',
  asunto: 'Número {numero}, de {quien}',
  nota: 'Solo existe en esta prueba.',
  demostracion: 'Nada de esto es cierto.',
  adjunto: 'inventado.json',
  encabezado: { nombre: 'Encabezado', filas: filas('1:24') },
  hojas: [
    {
      clave: '1',
      secciones: [
        { nombre: 'Valores', filas: filas('2:24:cifra') },
        {
          nombre: 'Firmas',
          filas: [
            [{ area: 'barras', ancho: 24 }],
            [{ area: 'firma', ancho: 24, alto: 50, rotulo: 'Firma de quien declara' }],
          ],
        },
      ],
    },
    {
      clave: '2',
      avisos: ['Hoja {hoja} de {quien}, casilla 1: {1}.'],
      secciones: [{ nombre: 'Persona', repetida: true, filas: filas('10:12 11:12') }],
    },
  ],
  sinImprimir: {},
};

const casilla = (numero: string, valor: string, seccion = 'Valores') => ({
  numero,
  nombre: `Nombre de la ${numero}`,
  seccion,
  valor,
});

async function dibujar(cambios: Partial<PedidoImpreso> = {}, disposicion = INVENTADO) {
  const { generadoEn, codigoBarras, codigo, qr } = await pedidoDePrueba();
  const pedido: PedidoImpreso = {
    ...{ generadoEn, codigoBarras, codigo, qr, datos: { a: 1 }, demostracion: true, numero: '17' },
    casillas: [casilla('1', 'uno', 'Encabezado'), casilla('2', '$ 1.000')],
    bloques: [],
    textos: { quien: 'ANA FICTICIA' },
    ...cambios,
  };
  const carpeta = new Carpeta();
  return { ruta: carpeta.guardar('f.pdf', await renderizarFormulario(disposicion, pedido)), carpeta };
}

const persona = (n: number) => ({
  hoja: '2',
  nombre: `Persona ${n}`,
  casillas: [casilla('10', `nombre ${n}`), casilla('11', `documento ${n}`)],
});

describe('formulario impreso: de la disposición a la página', () => {
  it('dice el código, el título, lo que no es y los textos del pedido en su sitio', async () => {
    const { ruta } = await dibujar();
    const texto = textoDe(ruta);
    for (const parte of [
      'Formulario inventado 999',
      'Implementación independiente; no es un documento de la DIAN. Solo existe en esta prueba.',
      'DEMOSTRACIÓN, sin validez. Nada de esto es cierto.',
      'los datos adjuntos (inventado.json)',
      'Firma de quien declara',
    ]) {
      expect(texto).toContain(parte);
    }
    expect(ejecutar('pdfinfo', [ruta]).texto).toMatch(/^Subject: +Número 17, de ANA FICTICIA$/m);
    expect(ejecutar('qpdf', ['--check', ruta])).toMatchObject({ codigo: 0 });
  });

  it('una sección repetida se dibuja una vez por bloque, y su hoja solo si tiene alguno', async () => {
    const { ruta } = await dibujar();
    expect(paginasDe(ruta)).toBe(1);
    const tres = await dibujar({ bloques: [1, 2, 3].map(persona) });
    expect(paginasDe(tres.ruta)).toBe(2);
    const texto = textoDe(tres.ruta);
    expect(texto).toContain('999 · Formulario inventado · n.º 17 · hoja 2');
    expect(texto).toContain('Hoja 2 de ANA FICTICIA, casilla 1: uno.');
    for (const n of [1, 2, 3]) expect(texto).toContain(`PERSONA ${n} 10. Nombre de la 10 nombre ${n}`);
  });

  it('una casilla que la disposición no conoce no se pierde', async () => {
    const { ruta } = await dibujar({
      casillas: [casilla('1', 'uno'), casilla('77', 'setenta y siete', 'Otra')],
    });
    expect(textoDe(ruta)).toContain('OTRA 77. Nombre de la 77 setenta y siete');
  });

  it('una casilla sin número se llama por su nombre, y la ayuda va debajo cuando la disposición lo dice', async () => {
    const total = {
      ...casilla('2', '$ 5'),
      numero: 'total',
      nombre: 'Total',
      ayuda: 'La suma de lo anterior.',
    };
    const conTotal = { ...INVENTADO, encabezado: { nombre: 'Encabezado', filas: filas('total:24') } };
    const { ruta } = await dibujar(
      { casillas: [total] },
      { ...conTotal, conAyuda: true, hojas: [INVENTADO.hojas[0]] },
    );
    expect(textoDe(ruta)).toContain('Total La suma de lo anterior. $ 5');
    const leido = ejecutar('pdfinfo', ['-struct-text', ruta]).texto;
    expect(leido).toContain('TD "Total"');
    const sinAyuda = await dibujar({ casillas: [total] }, { ...conTotal, hojas: [INVENTADO.hojas[0]] });
    expect(textoDe(sinAyuda.ruta)).not.toContain('La suma');
  });

  it('el código de barras lleva texto alternativo, y la firma no es una figura', async () => {
    const { ruta } = await dibujar();
    const figuras = objetosDe(ruta).filter((objeto) => objeto['/S'] === '/Figure');
    expect(figuras.map((figura) => String(figura['/Alt']))).toEqual([
      expect.stringContaining('Código QR'),
      expect.stringContaining('Código de barras (415)'),
    ]);
  });
});

describe('formulario impreso: disposiciones mal hechas', () => {
  it('un texto que el pedido no trae se dice por su nombre', async () => {
    await expect(dibujar({ textos: {} })).rejects.toThrow('pide «quien»');
  });

  it.each(['24', '24:', '24:6:grande', ':6'])('«%s» no es una casilla', (pieza) => {
    expect(() => filas(pieza)).toThrow(`«${pieza}» no es una casilla`);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AHORA, autoridadDePrueba, pedidoDePrueba } from '../../pruebas/muestras.ts';
import { crearAutoridad } from '../autoridad/index.ts';
import { estampadorPropio } from '../estampado/index.ts';
import { renderizarFormulario001 } from '../formulario-001/index.ts';
import { leerSello } from '../pdf/rangos.ts';
import { sellarPdf } from '../sello/index.ts';
import { verificarPdf } from './index.ts';

const material = await autoridadDePrueba();
const otra = await crearAutoridad({ nombre: material.nombre, ahora: AHORA });
const pedido = await pedidoDePrueba();
const pdf = await renderizarFormulario001(pedido);
const comun = { instante: AHORA, razon: 'Copia', lugar: 'Bogotá D. C.' };
const sellado = await sellarPdf(pdf, { ...comun, material });
const verificar = (bytes: Uint8Array, instante = AHORA) =>
  verificarPdf(bytes, { raices: [material.raiz.certificado], instante });

const sello = leerSello(sellado);
if (!sello) throw new Error('El documento de prueba no tiene sello.');
const { inicio, fin } = sello.contenido;

function conByte(lugar: number, valor: number): Uint8Array {
  const cambiado = sellado.slice();
  cambiado[lugar] = valor;
  return cambiado;
}

describe('verificarPdf: los veredictos', () => {
  it('integro: dice quién selló, cuándo, y da los datos adjuntos', async () => {
    expect(await verificar(sellado)).toEqual({
      estado: 'integro',
      razones: ['La oficina selló este documento y desde entonces no ha cambiado.'],
      firmante: 'Oficina de prueba · Sello',
      estampadoEn: AHORA,
      certificadoVigente: true,
      cubreTodo: true,
      datos: pedido.datos,
      firma: undefined,
    });
  });

  it('integro también cuando el certificado ya venció: vale la hora estampada', async () => {
    const dentroDeCincoAnos = new Date(AHORA.getTime() + 5 * 366 * 86_400_000);
    expect(await verificar(sellado, dentroDeCincoAnos)).toMatchObject({ estado: 'integro' });
  });

  it('alterado: se agregó contenido después del sello', async () => {
    const agregado = new Uint8Array(Buffer.concat([sellado, Buffer.from('\n% otra cosa\n%%EOF\n')]));
    const veredicto = await verificar(agregado);
    expect(veredicto).toMatchObject({ estado: 'alterado', cubreTodo: false, datos: undefined });
    expect(veredicto.razones[0]).toContain('se agregó contenido');
  });

  it('alterado: tiene algo antes de su comienzo, aunque los lectores lo salten', async () => {
    for (const antes of ['\n', '\ufeff', '% nada\n'])
      expect(await verificar(Buffer.concat([Buffer.from(antes), sellado]))).toMatchObject({
        estado: 'alterado',
        cubreTodo: false,
      });
  });

  it('alterado: un segundo sello no autoriza un cambio del primero', async () => {
    const cambiado = conByte(100, (sellado[100] ?? 0) ^ 1);
    const resellado = await sellarPdf(cambiado, { ...comun, material: otra });
    expect(await verificar(resellado)).not.toMatchObject({ estado: 'integro' });
  });

  it('sin-sello: un PDF sin firma, o algo que no es PDF', async () => {
    expect(await verificar(pdf)).toMatchObject({ estado: 'sin-sello' });
    expect((await verificar(new TextEncoder().encode('hola'))).razones[0]).toContain(
      'no es un documento PDF',
    );
    expect((await verificar(new Uint8Array(0))).razones[0]).toContain('está vacío');
  });

  it('sello-de-otra-autoridad, aunque tenga el mismo nombre', async () => {
    const ajeno = await sellarPdf(pdf, { ...comun, material: otra });
    const veredicto = await verificar(ajeno);
    expect(veredicto).toMatchObject({ estado: 'sello-de-otra-autoridad', cubreTodo: true, datos: undefined });
  });

  it('sello-invalido: la hora la estampó otra autoridad', async () => {
    const estampador = estampadorPropio(otra, () => AHORA);
    const conOtraHora = await sellarPdf(pdf, { ...comun, material, estampador });
    expect(await verificar(conOtraHora)).toMatchObject({ estado: 'sello-invalido', estampadoEn: undefined });
  });

  it('sello-invalido: sellado con un certificado que ya había vencido', async () => {
    const tarde = new Date(AHORA.getTime() + 4 * 366 * 86_400_000);
    const vencido = await sellarPdf(pdf, { ...comun, material, instante: tarde });
    expect(await verificar(vencido, tarde)).toMatchObject({
      estado: 'sello-invalido',
      certificadoVigente: false,
    });
  });

  it('sello-invalido: sellado con un certificado que no es de sello', async () => {
    const impropio = { ...material, sello: { ...material.intermedia } };
    const veredicto = await verificar(await sellarPdf(pdf, { ...comun, material: impropio }));
    expect(veredicto).not.toMatchObject({ estado: 'integro' });
  });

  it('sello-invalido: la hora estampada aún no llega', async () => {
    const ayer = new Date(AHORA.getTime() - 86_400_000);
    expect(await verificar(sellado, ayer)).toMatchObject({ estado: 'sello-invalido' });
  });
});

// Hundreds of verifications: slow on a busy machine.
describe('verificarPdf: ningún cambio pasa', { timeout: 120_000 }, () => {
  it('un bit en 220 lugares repartidos por todo el archivo', async () => {
    const paso = Math.floor(sellado.length / 220);
    for (let lugar = 0; lugar < sellado.length; lugar += paso) {
      const bit = 1 << (lugar % 8);
      const veredicto = await verificar(conByte(lugar, (sellado[lugar] ?? 0) ^ bit));
      expect(veredicto.estado, `byte ${lugar}, bit ${bit}`).not.toBe('integro');
    }
  });

  it('un dígito de la firma, de sus certificados, de la estampa o del relleno', async () => {
    for (let lugar = inicio; lugar < fin; lugar += 53) {
      const digito = String.fromCharCode(sellado[lugar] ?? 0);
      const otro = digito === '0' ? '1' : digito === '9' ? 'a' : '0';
      const veredicto = await verificar(conByte(lugar, otro.charCodeAt(0)));
      expect(veredicto.estado, `dígito ${lugar - inicio}`).not.toBe('integro');
    }
  });

  it('una letra mayúscula en la firma, que se lee como el mismo byte', async () => {
    const lugar = sellado.findIndex((octeto, i) => i > inicio && octeto >= 0x61 && octeto <= 0x66);
    expect(await verificar(conByte(lugar, (sellado[lugar] ?? 0) - 0x20))).toMatchObject({
      estado: 'alterado',
    });
  });

  it('cada byte de la lista de rangos', async () => {
    const texto = Buffer.from(sellado).toString('latin1');
    const desde = texto.lastIndexOf('/ByteRange');
    for (let lugar = desde; lugar < texto.indexOf(']', desde) + 1; lugar++) {
      for (const octeto of [0x20, 0x30, 0x39]) {
        if (sellado[lugar] === octeto) continue;
        expect((await verificar(conByte(lugar, octeto))).estado).not.toBe('integro');
      }
    }
  });
});

describe('verificarPdf: nunca falla', () => {
  it('con bytes al azar, con o sin cabecera de PDF', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 3000 }), fc.boolean(), async (basura, cabecera) => {
        const bytes = cabecera ? new Uint8Array(Buffer.concat([Buffer.from('%PDF-1.7\n'), basura])) : basura;
        expect((await verificar(bytes)).estado).not.toBe('integro');
      }),
    );
  });

  it('con el archivo cortado en cualquier parte', async () => {
    const largos = fc.integer({ min: 0, max: sellado.length - 1 });
    await fc.assert(
      fc.asyncProperty(largos, async (largo) => {
        expect((await verificar(sellado.subarray(0, largo))).estado).not.toBe('integro');
      }),
    );
  });

  it('con cualquier cosa en el lugar de la firma', async () => {
    const contenidos = fc.oneof(
      fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes).toString('hex')),
      fc.string({ maxLength: 200 }),
    );
    await fc.assert(
      fc.asyncProperty(contenidos, async (contenido) => {
        const cambiado = sellado.slice();
        cambiado.set(Buffer.from(contenido, 'latin1').subarray(0, fin - inicio), inicio);
        if (Buffer.from(cambiado).equals(sellado)) return;
        expect((await verificar(cambiado)).estado).not.toBe('integro');
      }),
    );
  });

  it.each([
    '[0 0 0 0]',
    '[0 5 3 4]',
    '[9 9 9 9]',
    '[0 9999999999 9999999999 9999999999]',
    '[0 -1 2 3]',
    '[0 1 4 99]',
  ])('con rangos imposibles: %s', async (rangos) => {
    const bytes = Buffer.from(`%PDF-1.7\n<<< /ByteRange ${rangos} /Contents <00> >>`);
    expect(await verificar(bytes)).toMatchObject({ estado: 'alterado', cubreTodo: false });
  });
});

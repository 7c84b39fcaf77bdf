import { describe, expect, it } from 'vitest';
import { AHORA, autoridadDePrueba } from '../../pruebas/muestras.ts';
import { validarCadena } from './cadena.ts';
import { emitirCertificado, leerCertificado, USO, type Solicitud } from './certificado.ts';
import { generarClaves, importarClave } from './claves.ts';

const DESPUES = new Date(AHORA.getTime() + 3_600_000);

async function emisorDe(par: { certificado: string; clave?: string }) {
  return { certificado: leerCertificado(par.certificado), clave: await importarClave(par.clave ?? '') };
}

async function emitir(cambios: Pick<Solicitud, 'usos'> & Partial<Solicitud>) {
  const claves = await generarClaves();
  const certificado = await emitirCertificado({
    titular: { nombre: 'Otro', organizacion: 'Otra' },
    publica: claves.publicKey,
    desde: AHORA,
    hasta: DESPUES,
    ...cambios,
  });
  return { certificado, clave: claves.privateKey };
}

describe('validarCadena', () => {
  it('lleva del sello a la raíz por la intermedia', async () => {
    const { raiz, intermedia, sello } = await autoridadDePrueba();
    const cadena = await validarCadena({
      hoja: leerCertificado(sello.certificado),
      intermedios: [leerCertificado(intermedia.certificado)],
      raices: [leerCertificado(raiz.certificado)],
      instante: AHORA,
    });
    expect(cadena).toMatchObject({ valida: true });
    expect(cadena.valida && cadena.certificados).toHaveLength(3);
  });

  it('sin la intermedia no se conoce al emisor', async () => {
    const { raiz, sello } = await autoridadDePrueba();
    const cadena = await validarCadena({
      hoja: leerCertificado(sello.certificado),
      intermedios: [],
      raices: [leerCertificado(raiz.certificado)],
      instante: AHORA,
    });
    expect(cadena).toEqual({ valida: false, falta: 'emisor-desconocido' });
  });

  it('un sello no puede emitir certificados', async () => {
    const { raiz, intermedia, sello } = await autoridadDePrueba();
    const falso = await emitir({ usos: [USO.firma], emisor: await emisorDe(sello) });
    const cadena = await validarCadena({
      hoja: falso.certificado,
      intermedios: [leerCertificado(sello.certificado), leerCertificado(intermedia.certificado)],
      raices: [leerCertificado(raiz.certificado)],
      instante: AHORA,
    });
    expect(cadena).toEqual({ valida: false, falta: 'uso-indebido' });
  });

  it('la intermedia no puede crear otra autoridad debajo', async () => {
    const { raiz, intermedia } = await autoridadDePrueba();
    const subordinada = await emitir({
      usos: [USO.firmaDeCertificados],
      autoridad: { niveles: 0 },
      emisor: await emisorDe(intermedia),
    });
    const hoja = await emitir({ usos: [USO.firma], emisor: subordinada });
    const cadena = await validarCadena({
      hoja: hoja.certificado,
      intermedios: [subordinada.certificado, leerCertificado(intermedia.certificado)],
      raices: [leerCertificado(raiz.certificado)],
      instante: AHORA,
    });
    expect(cadena).toEqual({ valida: false, falta: 'uso-indebido' });
  });

  it('mira la vigencia en el instante que se le da', async () => {
    const { raiz, intermedia } = await autoridadDePrueba();
    const hoja = await emitir({ usos: [USO.firma], emisor: await emisorDe(intermedia) });
    const en = (instante: Date) =>
      validarCadena({
        hoja: hoja.certificado,
        intermedios: [leerCertificado(intermedia.certificado)],
        raices: [leerCertificado(raiz.certificado)],
        instante,
      });
    expect(await en(DESPUES)).toMatchObject({ valida: true });
    expect(await en(new Date(DESPUES.getTime() + 1000))).toEqual({
      valida: false,
      falta: 'fuera-de-vigencia',
    });
  });
});

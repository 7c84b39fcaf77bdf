import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { idDe } from '../../pruebas/cuentas.ts';
import { inscribirPersona, persona, type Inscrita } from '../../pruebas/inscripcion.ts';
import { abrirOficina, type OficinaDePrueba } from '../../pruebas/oficina.ts';
import { textoDePdf } from '../../pruebas/pdf.ts';
import { SISTEMA } from '../../pruebas/transacciones.ts';
import { versionVigente } from './consultas.ts';
import { escribirVersion } from './escribir-version.ts';

let o: OficinaDePrueba;
let i: Inscrita;
let id: string;
beforeAll(async () => {
  o = await abrirOficina();
  i = await inscribirPersona(o, persona());
  id = await idDe(o, i.titular);
  o.reloj.avanzar(86_400_000);
  await o.consultar(`update plataforma.sesion set usada_en = $1, vence_en = $2`, [
    o.reloj.ahora(),
    new Date(o.reloj.ahora().getTime() + 3_600_000),
  ]);
  await o.oficina.enTransaccion({ tipo: 'persona', persona: id, sesion: id }, async (trx) => {
    const v = await versionVigente(trx, id);
    if (!v) throw new Error('There is no version');
    const ubicacion = { ...v.registro.ubicacion, telefono2: '6017451000' };
    await escribirVersion(trx, { titular: id, registro: { ...v.registro, ubicacion } });
  });
});
afterAll(() => o.cerrar());

const api = () => {
  const a = o.api();
  a.token = i.token;
  return a;
};
const navegador = () => {
  const n = o.navegador();
  n.galletas.set('sesion', i.token);
  return n;
};
async function copiaDe(version: number): Promise<{ id: string; texto: string }> {
  const { cuerpo } = await api().pedir<{ copia: string }>(
    'POST',
    `/de/${i.titular}/rut/versiones/${version}/copias`,
  );
  await o.trabajar();
  const { respuesta } = await api().pedir('GET', `/de/${i.titular}/rut/copias/${cuerpo.copia}`);
  return { id: cuerpo.copia, texto: await textoDePdf(respuesta.rawPayload) };
}

describe('las versiones del RUT', () => {
  it('se ven con lo que cambió entre una y la anterior, casilla por casilla', async () => {
    const { cuerpo } = await api().pedir('GET', `/de/${i.titular}/rut/versiones`);
    expect(cuerpo).toMatchObject({
      versiones: [
        {
          version: 2,
          concepto: '02',
          vigenteHasta: null,
          cambios: [{ casilla: '45', antes: '', despues: '6017451000' }],
        },
        { version: 1, concepto: '01', radicado: i.radicado, cambios: [] },
      ],
      estados: [{ estado: 'activo', desde: '2026-03-10', acto: 'Inscripción en el RUT' }],
    });
    const pagina = await navegador().ver(`/de/${i.titular}/rut/versiones`);
    expect(pagina.statusCode).toBe(200);
    expect(pagina.body).toContain('6017451000');
    expect(pagina.body).toContain('11 de marzo de 2026');
  });

  it('la copia de la vigente no dice que sea anterior; la de otra, hasta cuándo rigió', async () => {
    const vigente = await copiaDe(2);
    expect(vigente.texto).toContain('Copia Certificado');
    expect(vigente.texto).toContain('Registro activo desde el 10 de marzo de 2026');
    const anterior = await copiaDe(1);
    expect(anterior.texto).toContain('Versión anterior');
    expect(anterior.texto).toContain('No es la versión vigente: lo fue hasta el 11 de marzo de 2026');
    expect(anterior.texto).not.toContain('Copia Certificado');
    const verificada = await o.navegador().ver(`/verificar/${anterior.id}`);
    expect(verificada.body).toContain('ya no era la vigente');
    expect((await o.api().pedir('GET', `/documentos/${anterior.id}`)).cuerpo).toMatchObject({
      version: { numero: 1, hasta: '2026-03-11' },
      desde: '2026-03-10',
    });
  });

  it('desde la página se pide la de cualquiera', async () => {
    const n = navegador();
    await n.ver(`/de/${i.titular}/rut/versiones`);
    const r = await n.enviar(`/de/${i.titular}/rut/versiones/1/copias`, n.ocultos());
    expect(r.statusCode).toBe(303);
    expect((await n.seguir()).body).toContain('de la versión 1, anterior');
  });

  it('una versión que no existe no se copia', async () => {
    for (const version of ['3', '0', 'x'])
      expect((await api().pedir('POST', `/de/${i.titular}/rut/versiones/${version}/copias`)).estado).toBe(
        404,
      );
  });

  it.each(['suspendido', 'cancelado'] as const)(
    '%s: lo dicen la copia, la página y la consulta, con su fecha',
    async (estado) => {
      o.reloj.avanzar(1_000);
      await o.oficina.comoPropietario(SISTEMA, (trx) =>
        sql`select rut.insertar_cambio_estado(gen_random_uuid(), ${id}, ${estado}, '2026-03-12', 'Auto 3', ${trx.ahora})`.execute(
          trx.bd,
        ),
      );
      const { texto, id: copia } = await copiaDe(2);
      const titulo = estado === 'suspendido' ? 'Suspendido' : 'Cancelado';
      expect(texto).toContain(titulo);
      expect(texto).toContain(`Registro ${estado} desde el 12 de marzo de 2026`);
      expect((await o.api().pedir('POST', '/rut/estado', { nit: i.nit })).cuerpo).toMatchObject({
        estado,
        desde: '2026-03-12',
      });
      expect((await o.navegador().ver(`/verificar/${copia}`)).body).toContain('12 de marzo de 2026');
      expect((await navegador().ver(`/de/${i.titular}/rut`)).body).toMatch(
        new RegExp(`${estado} desde</dt><dd>12 de marzo de 2026`, 'i'),
      );
    },
  );
});

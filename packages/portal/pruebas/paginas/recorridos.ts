import { randomUUID } from 'node:crypto';
import { fecha } from '@autogestion/normas/fechas';
import type { RegistroRut } from '@autogestion/normas/rut';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { cargarRecursos } from '../../src/interfaz/index.ts';
import { recorridosDe, type RecorridoMontado } from '../../src/interfaz/recorrido/index.ts';
import { abrirObligacion, asentar, cargo } from '../../src/obligaciones/index.ts';
import { conEmpresa } from '../actualizacion.ts';
import { funcionario, idDe } from '../cuentas.ts';
import { navegadorDe } from '../firma.ts';
import { inscribirPersona, persona, type PersonaDePrueba } from '../inscripcion.ts';
import { construirCliente, type ClienteConstruido } from '../interfaz/cliente.ts';
import type { Navegador } from '../navegador.ts';
import { EMPRESA, HOJAS_DE_EMPRESA } from '../empresa.ts';
import { abrirOficina, type OficinaDePrueba } from '../oficina.ts';
import { SISTEMA } from '../transacciones.ts';
import { actualizarRut, cambiarEstado } from '../verificados.ts';
import { coleccion } from './coleccion.ts';
import { nadaVisto, pasosVistos, recorrer, type Abierto } from './recorrer.ts';
import { revisar } from './revisar.ts';

/** A taxpayer over whom every journey is tried, by their own hand and by an official's. */
interface Muestra {
  de: string;
  n: Navegador;
  titular: string;
  documento: { tipo: string; numero: string };
  nit: string;
  /** Whose registry it is, and who acts, inside the database. */
  id: string;
  persona: string;
}

/**
 * Declares the walk of the journeys that the office mounts, by their own examples: a new one costs nothing here. Each
 * file of tests takes a part of them, so that none costs more than a file may.
 * @param deNingunaOficina questions that no office asks today, as `journey: slug`
 */
export function probarRecorridos(
  cuales: (r: RecorridoMontado) => boolean,
  deNingunaOficina: readonly string[] = [],
): void {
  let o: OficinaDePrueba;
  let cliente: ClienteConstruido;
  let mesa: Navegador;
  const muestras: Muestra[] = [];
  const c = coleccion();

  beforeAll(async () => {
    [o, cliente] = await Promise.all([abrirOficina(), construirCliente()]);
    cargarRecursos(cliente.directorio);
    await abrirMuestras();
    mesa = (await funcionario(o, { usuario: 'mesa', roles: ['mesa-rut'] })).n;
  });
  afterAll(async () => {
    await o.cerrar();
    await cliente.borrar();
  });

  async function abrirMuestras(): Promise<void> {
    const natural = async (de: string, clasificacion: Partial<RegistroRut['clasificacion']>) => {
      const p = persona();
      const i = await inscribirPersona(o, p);
      const { titular } = i;
      const n = navegadorDe(o, i);
      await actualizarRut(o, { titular }, () => clasificacion);
      const id = await idDe(o, titular);
      const { tipo_documento: tipo, numero } = p.fila;
      const m = { de, n, titular, documento: { tipo, numero }, nit: numero, id, persona: id };
      muestras.push(m);
      return m;
    };
    await natural('persona con todo', { responsabilidades: ['05', '33', '48', '52'] });
    await endeudar(muestras[0]);
    await natural('persona sin IVA', {
      responsabilidades: ['49'],
      actividadPrincipal: { codigo: '4711', desde: fecha('2020-01-02') },
    });
    await natural('persona del SIMPLE', { responsabilidades: ['47', '48'] });
    await natural('usuaria aduanera', { responsabilidades: ['10', '48'], usuariosAduaneros: ['22'] });
    await cambiarEstado(o, await natural('suspendida', { responsabilidades: ['49'] }), 'suspendido');
    await cambiarEstado(o, await natural('cancelada', { responsabilidades: ['49'] }), 'cancelado');
    const { n, p, empresa: titular } = await conEmpresa(o);
    await o.consultar(
      `select rut.insertar_version(gen_random_uuid(), v.titular_id, rut.nuevo_formulario(), '13', v.registro || $2::jsonb,
       plataforma.nuevo_radicado('RU', 2026), sha256('hojas'), $3)
     from rut.versiones v join rut.titular t on t.id = v.titular_id where t.id_publico = $1 and v.vigente`,
      [titular, JSON.stringify(HOJAS_DE_EMPRESA), o.reloj.ahora()],
    );
    const { numero } = p.fila;
    const [{ id: quien } = { id: '' }] = await o.consultar<{ id: string }>(
      'select id from rut.titular where numero_documento = $1',
      [numero],
    );
    muestras.push({
      de: 'empresa',
      n,
      titular,
      documento: { tipo: '31', numero: EMPRESA.nit },
      nit: EMPRESA.nit,
      id: await idDe(o, titular),
      persona: quien,
    });
  }

  /** The official at another address: how many one address opens in a minute is another test's subject. */
  function deLaMesa(): Navegador {
    const n = o.navegador();
    for (const [nombre, valor] of mesa.galletas) n.galletas.set(nombre, valor);
    return n;
  }

  /** What is owed may be paid by instalments: whoever owes is asked how. */
  async function endeudar(m: Muestra | undefined): Promise<void> {
    const vence = fecha('2025-08-12');
    await o.oficina.comoPropietario(SISTEMA, async (trx) => {
      const cual = { titular: m?.id ?? '', concepto: 'renta', anio: 2024, periodo: 'anual' } as const;
      const obligacion = await abrirObligacion(trx, cual);
      await asentar(trx, {
        clase: 'liquidacion',
        origen: 'prueba:de-quien-debe',
        asientos: [cargo({ obligacion, rubro: 'impuesto', valor: 2_000_000n, desde: vence, vence })],
      });
    });
  }

  /** Opens a draft of that journey over that taxpayer, or tells that the office does not let. */
  async function abrir(r: RecorridoMontado, m: Muestra): Promise<Abierto | undefined> {
    const ultima = r.base.split('/').at(-2) ?? '';
    const n = r.acceso === 'titular' ? m.n : deLaMesa();
    const enviar = async (camino: string, campos: Record<string, string> = {}) => {
      await n.ver(camino);
      return n.enviar(camino, campos);
    };
    const entrada = r.base.replace('/:borrador', '').replace(':titular', m.titular);
    const respuesta = r.base.startsWith('/mesa/asistidos/')
      ? await enviar('/mesa/asistidos', { clase: ultima, ...m.documento })
      : r.base.startsWith('/mesa/rut/')
        ? await enviar('/mesa/rut', { acto: ultima, nit: m.nit })
        : await enviar(entrada);
    if (respuesta.statusCode !== 303) return undefined;
    const base = String(respuesta.headers.location);
    const sesion = randomUUID();
    const por = m.persona === m.id ? {} : { por: { titular: m.id, ambito: 'firmar' as const } };
    return {
      de: m.de,
      n,
      base,
      ...(r.acceso === 'titular' && { actor: { tipo: 'persona', persona: m.persona, sesion, ...por } }),
    };
  }

  /** Of whoever is not in the RUT yet there is one draft: a visitor's, or the official's that attends them. */
  async function abrirSinNadie(r: RecorridoMontado): Promise<Abierto> {
    const n = r.acceso === 'funcionario' ? deLaMesa() : o.navegador();
    await n.ver(r.acceso === 'funcionario' ? '/mesa/asistidos' : '/rut/inscripcion');
    const abierto = await n.enviar(r.base.replace('/:borrador', ''), { radicado: '' });
    return { de: 'nadie', n, base: String(abierto.headers.location) };
  }

  async function primera({ n, base }: Abierto) {
    await n.ver(base);
    return n.seguir();
  }

  it('en cada recorrido, cada pregunta se ve, rechaza lo que no es y recibe un ejemplo, sin JavaScript', async () => {
    const sinVer: string[] = [];
    const sinPasar: string[] = [];
    let conRut: PersonaDePrueba | undefined;
    const deNadie = ({ base }: RecorridoMontado) => base.endsWith('inscripcion/:borrador');
    const todos = recorridosDe(o.oficina.rutas).filter(cuales);
    const recorridos = [...todos.filter(deNadie), ...todos.filter((r) => !deNadie(r))];
    expect(recorridos.length).toBeGreaterThan(0);
    for (const r of recorridos) {
      const visto = nadaVisto();
      // Whom the examples register first and then name as somebody who has a RUT.
      if (!deNadie(r) && !conRut) await inscribirPersona(o, (conRut = persona({ numero: '52418906' })));
      const abiertos = deNadie(r)
        ? [await abrirSinNadie(r)]
        : await Promise.all(muestras.map((m) => abrir(r, m)));
      const completo = () => r.def.pasos.every((p) => visto.pasados.has(p.slug));
      for (const a of abiertos) {
        if (!a) continue;
        // Where nothing is left to see, whoever comes next looks at what is asked of them first.
        if (completo()) c.guardar(`${r.def.id}, ${a.de}: primera`, (await primera(a)).body);
        else await recorrer(o, r, a, visto, c);
      }
      const vistos = pasosVistos(visto);
      for (const { slug } of r.def.pasos) {
        if (!vistos.has(slug)) sinVer.push(`${r.def.id}: ${slug}`);
        else if (!visto.pasados.has(slug)) sinPasar.push(`${r.def.id}: ${slug}`);
      }
    }
    // A question that nobody is asked wants another taxpayer among the ones of above.
    expect({ sinVer, sinPasar }).toEqual({ sinVer: deNingunaOficina, sinPasar: [] });
  });

  it('de un borrador que terminó, cualquiera de sus páginas lleva al resultado, también a quien vuelve atrás y envía', async () => {
    const mal: string[] = [];
    for (const r of recorridosDe(o.oficina.rutas).filter(cuales)) {
      const deNadie = r.base.endsWith('inscripcion/:borrador');
      const abiertos = deNadie ? [abrirSinNadie(r)] : muestras.map((m) => abrir(r, m));
      const a = (await Promise.all(abiertos)).find((uno) => uno !== undefined);
      if (!a) throw new Error(`Nobody can open ${r.def.id}`);
      const { n, base } = a;
      await n.ver(base);
      await n.seguir();
      await o.consultar(
        `update interfaz.borrador set terminado_en = $2, respuestas = '{}', hechos = '{}', revision = revision + 1,
         resultado = '{"a": "/el-resultado", "resultado": {}, "privado": {}}' where id_publico = $1`,
        [base.split('/').at(-1), o.reloj.ahora()],
      );
      const slugs = r.def.pasos.map((p) => p.slug);
      const algunos = new Set(['', 'revision', ...slugs.slice(0, 1), ...slugs.slice(-2)]);
      for (const slug of algunos) {
        const visto = await n.ver(slug ? `${base}/${slug}` : base);
        const enviado = slug ? await n.enviar(`${base}/${slug}`) : visto;
        for (const { statusCode, headers } of [visto, enviado])
          if (statusCode !== 303 || headers.location !== '/el-resultado')
            mal.push(`${base} ${slug}: ${statusCode} ${String(headers.location)}`);
      }
    }
    expect(mal).toEqual([]);
  });

  it('ninguna página da un nombre dos veces ni lo busca donde no está', () => {
    expect(c.rotas).toEqual({});
  });

  it('sus páginas, también vacías y con errores, cumplen WCAG 2.2 AA y caben en 320 px, también con la letra al doble', async () => {
    expect(await revisar(c, cliente.directorio)).toEqual({});
  });
}

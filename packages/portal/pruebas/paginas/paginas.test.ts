import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cargarRecursos } from '../../src/interfaz/index.ts';
import type { Ruta } from '../../src/plataforma/index.ts';
import {
  abrir,
  confirmar,
  LEVANTAR,
  mensajeDe,
  radicar,
  recienProbados,
  SUSPENDER,
} from '../actos-de-oficio.ts';
import { PDF_DE_PRUEBA } from '../adjuntos.ts';
import { aceptar, atender, darResponsabilidades, llenar } from '../asistidos.ts';
import { entrarConCodigo } from '../cuentas.ts';
import { errorDe, firmar, pedirClave } from '../firma.ts';
import { inscribirPersona, persona } from '../inscripcion.ts';
import { construirCliente, type ClienteConstruido } from '../interfaz/cliente.ts';
import type { Navegador } from '../navegador.ts';
import { pagoEnCamino } from '../obligaciones.ts';
import { abrirOficina, type OficinaDePrueba } from '../oficina.ts';
import {
  contribuyente,
  decidirEnMesa,
  deLaMesa,
  firmarSolicitud,
  responder,
  TIENDA,
  verificarEnMesa,
  type Contribuyente,
} from '../verificados.ts';
import { coleccion } from './coleccion.ts';
import { conOjos } from './ojos.ts';
import { revisar } from './revisar.ts';

/** Every page that is shown here is looked at in a real browser at the end. */
const c = coleccion();
let o: OficinaDePrueba;
let cliente: ClienteConstruido;
let una: Contribuyente;
let luz: Navegador;
let mar: Navegador;
/** What stands for each parameter of an address. */
const valores: Record<string, string> = { secreto: 'x'.repeat(43), sentido: 'aprobada', version: '1' };

beforeAll(async () => {
  const [oficina, construido] = await Promise.all([abrirOficina(), construirCliente()]);
  cliente = construido;
  o = conOjos(oficina, c);
  cargarRecursos(cliente.directorio);
  una = await contribuyente(o, '05', '48');
  luz = await deLaMesa(o, 'luz');
  mar = await deLaMesa(o, 'mar');
  await o.consultar(`update cuentas.funcionario set roles = '{mesa-rut,supervisor}' where usuario = 'luz'`);
  Object.assign(valores, { titular: una.i.titular, copia: una.i.copia, documento: una.i.copia });
  valores.radicado = una.i.radicado;
});
afterAll(async () => {
  await o.cerrar();
  await cliente.borrar();
});

describe('un caso, de la solicitud a la decisión', () => {
  it('con su firma, la mesa que lo verifica y la decisión sin razones y con ellas', async () => {
    const { n, de } = una;
    const solicitud = await responder(n, `${de}/rut/retiro-iva`, TIENDA);
    await n.ver(solicitud);
    await pedirClave(o, n, `${solicitud}/firmar`);
    const errada = await firmar(o, n, `${solicitud}/firmar`, una.p, { contrasena: 'esta no es 1234' });
    expect([errada.statusCode, errorDe(errada.body)]).toEqual([422, expect.stringContaining('contraseña')]);
    const radicado = await firmarSolicitud(o, n, una.p, solicitud);
    valores.solicitud = solicitud.split('/').at(-1) ?? '';
    valores.caso = radicado;
    await n.ver(`${de}/tramites/${radicado}`);
    await luz.ver('/mesa/tramites');
    const caso = await verificarEnMesa(luz, ['diferencias']);
    await luz.ver(caso);
    expect((await decidirEnMesa(luz, caso, 'aprobada', { razones: '' })).statusCode).toBe(422);
    await luz.enviar(`${caso}/devolver`, { motivo: '' });
    expect((await decidirEnMesa(luz, caso, 'aprobada')).statusCode).toBe(303);
    await o.trabajar();
    expect((await n.ver(`${de}/tramites/${radicado}`)).body).toContain('Aprobada');
    expect((await n.ver(`${de}/rut/retiro-iva`)).body).toContain('no hay nada que retirar');
    await n.ver(`${de}/rut`);
  });

  it('de oficio, con un acto que no se llena y otro que confirma un segundo funcionario', async () => {
    await recienProbados(o);
    expect((await abrir(luz, '', '')).statusCode).toBe(422);
    const otra = await contribuyente(o, '49');
    const nit = otra.p.fila.numero;
    const base = String((await abrir(luz, 'suspension', nit)).headers.location);
    await luz.ver(`${base}/acto`);
    const vacio = await luz.enviar(`${base}/acto`);
    expect([vacio.statusCode, mensajeDe(vacio.body)]).toEqual([422, expect.stringMatching(/\w/)]);
    for (const [acto, campos, sentido, queda] of [
      ['suspension', SUSPENDER, 'ordenada', 'Su RUT está suspendido'],
      ['levantamiento', LEVANTAR, 'ordenada', 'Su RUT está activo otra vez'],
    ] as const) {
      const caso = await radicar(o, luz, acto, nit, campos);
      const suyo = `${otra.de}/tramites/${caso.split('/').at(-1) ?? ''}`;
      await luz.ver(caso);
      await otra.n.ver(suyo);
      await luz.ver(`${caso}/decidir/${sentido}`);
      expect((await decidirEnMesa(luz, caso, sentido)).statusCode).toBe(303);
      await mar.ver(caso);
      await mar.ver(`${caso}/confirmar`);
      expect((await confirmar(mar, caso)).statusCode).toBe(303);
      expect((await otra.n.ver(suyo)).body).toContain(queda);
      o.reloj.avanzar(1_000);
    }
  });

  it('asistido: lo que se presenta, un código que no es y lo que quedó hecho', async () => {
    const p = persona();
    await inscribirPersona(o, p);
    o.reloj.avanzar(61_000);
    await darResponsabilidades(o, p, ['05', '52']);
    await luz.ver('/mesa/asistidos');
    expect((await luz.enviar('/mesa/asistidos')).statusCode).toBe(422);
    await atender(luz, 'responsabilidades', p);
    const acto = await llenar(luz, [
      ['codigos', { codigos: ['52'] }],
      ['motivo', { motivo: 'Cerró el establecimiento en enero.' }],
    ]);
    valores.acto = acto.split('/').at(-1) ?? '';
    await luz.ver(acto);
    await luz.enviar(`${acto}/codigo`);
    await luz.seguir();
    expect((await luz.enviar(acto, { codigo: '000000' })).statusCode).toBe(422);
    expect((await aceptar(o, luz, acto, p.correo)).statusCode).toBe(303);
    expect((await luz.seguir()).body).toContain('La constancia sellada llega al correo');
  });
});

describe('pagar', () => {
  it('lo que se debe, con la cuenta de una parte y su recibo', async () => {
    const { n, de, i } = una;
    Object.assign(valores, await pagoEnCamino(o, n, i.titular));
    const pagar = `${de}/obligaciones/${valores.obligacion ?? ''}/pagar`;
    await n.ver(pagar);
    const [anio = '', mes = '', dia = ''] = o.reloj.hoy().split('-');
    const hoy = { 'dia-dia': dia, 'dia-mes': mes, 'dia-anio': anio };
    const parte = { cuanto: 'parte', valor: '300.000', ...hoy };
    expect((await n.enviar(`${pagar}/cuenta`, parte)).body).toContain('Así se reparten');
    expect((await n.enviar(pagar, { ...parte, valor: 'mucho' })).statusCode).toBe(422);
    expect((await n.enviar(pagar, parte)).statusCode).toBe(303);
    const recibo = String(n.pagina?.headers.location);
    expect((await n.seguir()).body).toContain('Recibo por pagar');
    await o.trabajar();
    await n.ver(recibo);
    await n.enviar(`${recibo}/anular`);
    expect((await n.seguir()).body).toContain('Hacer otro recibo');
    const varias = `${de}/obligaciones/pagar`;
    expect((await n.ver(varias)).body).toContain('¿Cuáles va a pagar?');
    expect((await n.ver(`${varias}?escogidas=si`)).statusCode).toBe(422);
    await n.ver(`${varias}?deudas=${valores.obligacion ?? ''}`);
    const deVarias = { deudas: [valores.obligacion ?? ''], ...hoy };
    expect((await n.enviar(`${varias}/cuenta`, deVarias)).body).toContain('Así se reparten');
    expect((await n.enviar(varias, { ...deVarias, 'dia-dia': '32' })).statusCode).toBe(422);
    expect((await n.enviar(varias, deVarias)).statusCode).toBe(303);
    const { operacion = '' } = valores;
    await n.ver(`/banco-de-demostracion/${operacion}`);
    expect((await n.enviar(`/banco-de-demostracion/${operacion}`)).statusCode).toBe(422);
    await n.enviar(`/banco-de-demostracion/${operacion}`, { eleccion: 'callar' });
    await n.ver(`/banco-de-demostracion/${operacion}`);
    await o.ejecutarTrabajo('obligaciones.preguntar-al-banco');
    expect((await n.ver(`${de}/obligaciones/pagos/${operacion}`)).body).toContain('Pago recibido');
  });
});

describe('verificar', () => {
  it('un RUT hallado, una copia verdadera, una que no existe y un archivo sin sello', async () => {
    await o.trabajar();
    const n = o.navegador();
    await n.ver('/rut/estado');
    await n.enviar('/rut/estado', { nit: una.p.fila.numero });
    expect((await n.seguir()).body).toContain('REGISTRO ACTIVO');
    expect((await n.ver(`/verificar/${una.i.copia}`)).statusCode).toBe(200);
    expect((await n.ver('/verificar/0123456789abcdefghjkmnpqrs')).statusCode).toBe(404);
    await n.ver('/verificar');
    const archivo = { campo: 'archivo', nombre: 'x.pdf', contenido: PDF_DE_PRUEBA };
    expect((await n.subir('/verificar/archivo', {}, archivo)).body).toMatch(/no tiene el sello/);
  });
});

describe('certificados', () => {
  it('se piden, se rechaza un día que no ha llegado, y se verifican', async () => {
    const { n, de } = una;
    const base = `${de}/obligaciones/certificados`;
    await n.ver(base);
    const mal = { 'fecha-dia': '31', 'fecha-mes': '12', 'fecha-anio': '2099', para: 'a'.repeat(61) };
    expect((await n.enviar(`${base}/estado`, mal)).statusCode).toBe(422);
    await n.ver(base);
    expect((await n.enviar(`${base}/rut`)).statusCode).toBe(303);
    expect((await n.seguir()).body).toContain('Descargar el PDF');
    await n.ver(base);
    const hoy = { 'fecha-dia': '1', 'fecha-mes': '3', 'fecha-anio': '2026' };
    expect((await n.enviar(`${base}/estado`, hoy)).statusCode).toBe(303);
    valores.certificado = String(n.pagina?.headers.location).split('/').at(-1) ?? '';
    await n.seguir();
    const visto = (await o.navegador().ver(`/verificar/${valores.certificado}`)).body;
    expect(visto).toMatch(/Paz y salvo, de|Estado de obligaciones/);
  });
});

describe('la tabla de rutas', () => {
  const camino = (r: Ruta): string | undefined => {
    const partes = r.camino
      .split('/')
      .map((parte) => (parte.startsWith(':') ? valores[parte.slice(1)] : parte));
    return partes.includes(undefined) ? undefined : partes.join('/');
  };
  const vueltaConErrores = (accion: string) =>
    o.oficina.rutas.some(
      (r) =>
        r.metodo === 'POST' &&
        !r.api &&
        r.invalido &&
        new RegExp(`^${r.camino.replaceAll(/:\w+/g, '[^/]+')}$`).test(accion),
    );

  it('cada página que se puede pedir se ve, y sus formularios enviados vacíos vuelven con errores', async () => {
    const suya = await entrarConCodigo(o, una.p);
    await o.consultar(
      'update plataforma.sesion set probada_en = $1, reforzada_en = $1 where probada_en is not null',
      [o.reloj.ahora()],
    );
    const vistas: string[] = [];
    const enviadas: string[] = [];
    const otras: [string, number][] = [];
    for (const r of o.oficina.rutas) {
      const a = r.metodo === 'GET' && !r.api && !r.camino.includes(':borrador') ? camino(r) : undefined;
      if (!a) continue;
      const deMesa = r.acceso === 'funcionario' || r.camino.startsWith('/mesa/cuenta');
      const n = deMesa ? luz : r.acceso === 'publico' ? o.navegador() : suya;
      const { body, statusCode } = await n.ver(a);
      if (statusCode >= 500) otras.push([a, statusCode]);
      vistas.push(r.camino);
      for (const { accion, ocultos } of formulariosDe(body)) {
        // A key is asked for by the channel that there is: nothing is missing.
        if (enviadas.includes(accion) || accion.endsWith('/clave') || !vueltaConErrores(accion)) continue;
        await n.ver(a);
        const vacia = await n.enviar(accion, ocultos);
        enviadas.push(accion);
        if (vacia.statusCode !== 422) otras.push([accion, vacia.statusCode]);
      }
    }
    expect(vistas.length).toBeGreaterThan(60);
    expect(enviadas.length).toBeGreaterThan(15);
    expect(otras).toEqual([]);
  });
});

/** Forms of a page in which one writes or chooses something, with what they say by themselves. */
function formulariosDe(html: string): { accion: string; ocultos: Record<string, string> }[] {
  return [...html.matchAll(/<form\b[^>]*method="post"[^>]*>[\s\S]*?<\/form>/g)].flatMap(([formulario]) => {
    const accion = /action="([^"]*)"/.exec(formulario)?.[1] ?? '';
    const campos = formulario.match(/<(?:input|select|textarea)\b[^>]*>/g) ?? [];
    const escondidos = campos.filter((e) => / type="hidden"/.test(e));
    if (escondidos.length === campos.length) return [];
    const ocultos = escondidos.map((e) => [
      / name="([^"]*)"/.exec(e)?.[1],
      / value="([^"]*)"/.exec(e)?.[1] ?? '',
    ]);
    return [{ accion, ocultos: Object.fromEntries(ocultos) as Record<string, string> }];
  });
}

describe('todas las páginas vistas', () => {
  it('ninguna da un nombre dos veces ni lo busca donde no está', () => {
    expect(c.rotas).toEqual({});
  });

  it.each([
    ['un caso', /^\/de\/\w+\/tramites\/\w+ \(/],
    ['una solicitud', /^\/de\/\w+\/solicitudes\/\w+ \(/],
    ['leer y firmar', /\/firmar \((?:200|422)/],
    ['obtener la firma', /^\/mi-firma\/(?:acuerdo|emitir) \(/],
    ['su firma', /^\/mi-firma \(/],
    ['verificar', /^\/verificar \(/],
    ['lo que se verificó', /^\/verificar\/\w{26} \(/],
    ['el archivo verificado', /^\/verificar\/archivo, con archivo/],
    ['revisar lo respondido', /\/rut\/.+\/revision \(/],
  ])('la mitad derecha de una pantalla ancha dice algo: %s', (_, cual) => {
    const suyas = c.distintas().filter(({ nombre }) => cual.test(nombre));
    expect(suyas).not.toEqual([]);
    for (const { nombre, html } of suyas)
      expect([nombre, html]).toEqual([nombre, expect.stringMatching(/class="casa__lado"><(?:section|div)/)]);
  });

  it('cumplen WCAG 2.2 AA y caben en 320 px, también con la letra al doble', async () => {
    expect(await revisar(c, cliente.directorio)).toEqual({});
  });
});

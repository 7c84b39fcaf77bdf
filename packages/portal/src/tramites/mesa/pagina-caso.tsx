import { casillasHoja1 } from '@autogestion/normas/rut';
import { formatearNit } from '@autogestion/normas/nit';
import {
  AreaTexto,
  Aviso,
  Boton,
  camposDe,
  Detalles,
  EnlaceBoton,
  Etiqueta,
  FormularioPost,
  GrupoDeBotones,
  ListaResumen,
  Radios,
  Selector,
} from '../../interfaz/index.ts';
import { ROLES, type Rol } from '../../cuentas/index.ts';
import type { Formulario } from '../../plataforma/index.ts';
import { nombreDe, type EstadoRut, type VersionRut } from '../../rut/index.ts';
import { VistaDePresentacion } from '../../sello/index.ts';
import { DocumentosALaVista, ListaDeAdjuntos, type Adjunto } from '../adjuntos/index.ts';
import type { Comprobacion } from '../comprobar-solicitud.ts';
import type { Caso } from '../consultas.ts';
import { palabrasDe } from '../palabras.ts';
import { Condiciones } from '../paginas/condiciones.tsx';
import { Hechos } from '../paginas/hechos.tsx';
import { Plazos } from '../paginas/plazo.tsx';
import { SEMAFORO, tonoDeEstado } from '../paginas/tonos.ts';
import type { Semaforo } from '../reloj.ts';
import { paginaDeMesa, type Funcionaria } from './marco.tsx';

export interface PropsDeCasoEnMesa {
  yo: Funcionaria;
  caso: Caso;
  nombres: ReadonlyMap<string, string>;
  comprobacion: Comprobacion;
  version: VersionRut;
  estadoRut: EstadoRut;
  semaforo: Semaforo;
  /** Whether the official has it, may take it, may confirm it. */
  tiene: boolean;
  toma: boolean;
  confirma: boolean;
  /** Whether the official filed it: then another one decides. */
  radico: boolean;
  /** Supervision: to whom it may be handed. */
  asignables: readonly { idPublico: string; nombre: string }[];
  claveNueva: string;
  adjuntos: readonly Adjunto[];
  valores?: Formulario;
  errores?: Record<string, string>;
}

/** A case with the person's RUT beside it, and what the official can do. */
export function paginaCasoEnMesa(o: PropsDeCasoEnMesa): string {
  const { caso, yo } = o;
  const estado = caso.tipo.flujo.estados[caso.marcha.estado];
  return paginaDeMesa({
    yo,
    titulo: `${caso.tipo.nombre}, ${caso.radicado}`,
    migas: [{ texto: 'Trámites', href: `/mesa/tramites?rol=${caso.marcha.rol}` }],
    ...(o.errores && { errores: o.errores }),
    children: (
      <>
        <p class="govuk-body">
          <Etiqueta tono={tonoDeEstado(caso)}>{estado?.nombre}</Etiqueta>{' '}
          {caso.marcha.turno === 'nadie' ? null : (
            <Etiqueta tono={SEMAFORO[o.semaforo].tono}>{SEMAFORO[o.semaforo].texto}</Etiqueta>
          )}{' '}
          {quienLoTiene(o)}
        </p>
        <div class="a-dos-columnas">
          <div>
            {caso.marcha.turno === 'nadie' ? null : <Plazos caso={caso} />}
            <Acciones {...o} />
            <h2 class="govuk-heading-m">Condiciones, hoy</h2>
            <Condiciones evaluacion={o.comprobacion.evaluacion} />
            {o.tiene ? <Verificaciones {...o} /> : null}
            <h2 class="govuk-heading-m">{palabrasDe(caso.tipo.flujo).contenido.mesa}</h2>
            <VistaDePresentacion presentacion={caso.tipo.presentar(caso.solicitud)} nivel={3} />
            {o.adjuntos.length + caso.aLaVista.length > 0 ? (
              <h2 class="govuk-heading-m">Documentos que entregó</h2>
            ) : null}
            <DocumentosALaVista pedidos={caso.tipo.documentos(caso.solicitud)} vistos={caso.aLaVista} />
            <ListaDeAdjuntos base={`/mesa/tramites/${caso.radicado}/documentos`} adjuntos={o.adjuntos} />
            <h2 class="govuk-heading-m">Qué ha pasado</h2>
            <Hechos caso={caso} nombres={o.nombres} para="mesa" />
            {o.tiene ? <Escribir {...o} /> : null}
          </div>
          <RutAlLado version={o.version} estado={o.estadoRut} />
        </div>
      </>
    ),
  });
}

function quienLoTiene({ caso, nombres, tiene }: PropsDeCasoEnMesa): string {
  if (tiene) return 'Lo tiene usted.';
  const { asignadoA } = caso.marcha;
  return asignadoA ? `Lo tiene ${nombres.get(asignadoA) ?? 'otra persona'}.` : 'Nadie lo tiene.';
}

function Acciones(o: PropsDeCasoEnMesa) {
  const { caso, yo } = o;
  const camino = `/mesa/tramites/${caso.radicado}`;
  const { flujo } = caso.tipo;
  const { proyecto } = caso.marcha;
  // Of two who decide, whoever filed it may be the one who prepares.
  const decide = !o.radico || caso.cuatroOjos;
  if (caso.marcha.turno === 'nadie') return null;
  return (
    <>
      {o.toma ? (
        <FormularioPost accion={`${camino}/tomar`} csrf={yo.csrf}>
          <Boton>Tomar este trámite</Boton>
        </FormularioPost>
      ) : null}
      {proyecto ? (
        <section class="tarjeta-resumen">
          <h2 class="tarjeta-resumen__titulo">Decisión preparada</h2>
          <p class="govuk-body">
            <strong>{flujo.sentidos[proyecto.sentido]?.resuelve}</strong>
          </p>
          <p class="govuk-body">{proyecto.razones}</p>
          <p class="govuk-body">{proyecto.fundamento}</p>
          {o.confirma ? (
            <Confirmar {...o} camino={camino} />
          ) : (
            <p class="govuk-body">
              La confirma otro funcionario: ni quien la preparó ni quien presentó la solicitud pueden.
            </p>
          )}
        </section>
      ) : null}
      {o.tiene && !decide ? (
        <p class="govuk-body">
          Usted la presentó con la persona: la decide otro funcionario. Devuélvala a la cola.
        </p>
      ) : null}
      {o.tiene && decide && flujo.decideDesde.includes(caso.marcha.estado) && !proyecto ? (
        <>
          <h2 class="govuk-heading-m">Decidir</h2>
          {caso.cuatroOjos ? (
            <p class="govuk-body">Usted prepara la decisión y otro funcionario la confirma.</p>
          ) : null}
          <GrupoDeBotones>
            {Object.entries(flujo.sentidos).map(([sentido, s]) => (
              <EnlaceBoton
                href={`${camino}/decidir/${sentido}`}
                variante={s.conEfecto ? 'principal' : 'secundario'}
              >
                {s.verbo}
              </EnlaceBoton>
            ))}
            {flujo.pasos.devuelta ? (
              <EnlaceBoton href={`${camino}/decidir/devuelta`} variante="secundario">
                Devolver por requisitos
              </EnlaceBoton>
            ) : null}
          </GrupoDeBotones>
        </>
      ) : null}
      {o.tiene ? <Mover {...o} camino={camino} /> : null}
      {o.asignables.length > 0 ? <Asignar {...o} camino={camino} /> : null}
    </>
  );
}

interface ConCamino extends PropsDeCasoEnMesa {
  camino: string;
}

const Confirmar = ({ yo, camino, valores = {}, errores = {} }: ConCamino) => (
  <>
    <EnlaceBoton href={`${camino}/confirmar`}>Revisar y confirmar</EnlaceBoton>
    <Detalles resumen="No estoy de acuerdo" abierto={errores.objecion !== undefined}>
      <FormularioPost accion={`${camino}/objetar`} csrf={yo.csrf}>
        <AreaTexto {...camposDe({ valores, errores }).texto('objecion')} etiqueta="Por qué" maximo={4_000} />
        <Boton variante="secundario">Devolverla a quien la preparó</Boton>
      </FormularioPost>
    </Detalles>
  </>
);

/** Asking for more, giving back to the queue, sending to another one. */
function Mover({ caso, yo, camino, valores = {}, errores = {} }: ConCamino) {
  const campo = camposDe({ valores, errores });
  const otras = Object.entries(ROLES).filter(([r]) => r !== caso.marcha.rol && esColaDeTraslado(r));
  return (
    <>
      {caso.tipo.flujo.pasos.requerida?.[caso.marcha.estado] ? (
        <Detalles resumen="Pedir que complete la solicitud" abierto={errores.requerimiento !== undefined}>
          <p class="govuk-body">El plazo de la oficina se detiene hasta que la persona responda.</p>
          <FormularioPost accion={`${camino}/requerir`} csrf={yo.csrf}>
            <AreaTexto {...campo.texto('requerimiento')} etiqueta="Qué falta" maximo={4_000} />
            <Boton variante="secundario">Pedirlo</Boton>
          </FormularioPost>
        </Detalles>
      ) : null}
      <Detalles resumen="Devolver a la cola" abierto={errores.motivo !== undefined}>
        <FormularioPost accion={`${camino}/liberar`} csrf={yo.csrf}>
          <AreaTexto {...campo.texto('motivo')} etiqueta="Por qué" filas={2} maximo={4_000} />
          <Boton variante="secundario">Devolver a la cola</Boton>
        </FormularioPost>
      </Detalles>
      <Detalles
        resumen="Trasladar por competencia"
        abierto={errores.rol !== undefined || errores.traslado !== undefined}
      >
        <FormularioPost accion={`${camino}/trasladar`} csrf={yo.csrf}>
          <Selector
            {...campo.texto('rol')}
            etiqueta="A qué cola"
            opciones={otras.map(([valor, texto]) => ({ valor, texto }))}
          />
          <AreaTexto {...campo.texto('traslado')} etiqueta="Por qué es de allá" filas={2} maximo={4_000} />
          <Boton variante="secundario">Trasladar</Boton>
        </FormularioPost>
      </Detalles>
    </>
  );
}

const Asignar = ({ yo, camino, asignables, valores = {}, errores = {} }: ConCamino) => (
  <Detalles resumen="Asignar a alguien" abierto={errores.a !== undefined}>
    <FormularioPost accion={`${camino}/asignar`} csrf={yo.csrf}>
      <Selector
        {...camposDe({ valores, errores }).texto('a')}
        etiqueta="A quién"
        opciones={asignables.map((f) => ({ valor: f.idPublico, texto: f.nombre }))}
      />
      <Boton variante="secundario">Asignar</Boton>
    </FormularioPost>
  </Detalles>
);

/** What must be looked for outside: nothing is taken for verified until somebody writes it. */
function Verificaciones({ caso, yo, valores = {}, errores = {} }: PropsDeCasoEnMesa) {
  if (caso.tipo.verificables.length === 0) return null;
  return (
    <>
      <h2 class="govuk-heading-m">Anotar una verificación</h2>
      <FormularioPost accion={`/mesa/tramites/${caso.radicado}/verificar`} csrf={yo.csrf}>
        <Selector
          {...camposDe({ valores, errores }).texto('que')}
          etiqueta="Qué verificó"
          opciones={caso.tipo.verificables.map((v) => {
            const ya = caso.marcha.verificado[v.id];
            return {
              valor: v.id,
              texto: `${v.que} (${ya ? (ya === 'hay' ? 'hay' : 'no hay') : 'no verificado'})`,
            };
          })}
        />
        <Radios
          {...camposDe({ valores, errores }).texto('hallazgo')}
          etiqueta="Qué encontró"
          enLinea
          opciones={[
            { valor: 'no-hay', texto: 'No hay' },
            { valor: 'hay', texto: 'Hay' },
          ]}
        />
        <AreaTexto
          {...camposDe({ valores, errores }).texto('nota')}
          etiqueta="Dónde lo buscó y qué vio"
          filas={2}
          maximo={4_000}
        />
        <Boton variante="secundario">Anotar</Boton>
      </FormularioPost>
    </>
  );
}

const Escribir = ({ caso, yo, claveNueva, valores = {}, errores = {} }: PropsDeCasoEnMesa) => (
  <FormularioPost
    accion={`/mesa/tramites/${caso.radicado}/mensajes`}
    csrf={yo.csrf}
    ocultos={{ _clave: claveNueva }}
  >
    <AreaTexto
      {...camposDe({ valores, errores }).texto('mensaje')}
      etiqueta="Escribirle a la persona"
      ayuda="Le llega por correo y lo ve en su trámite. No detiene el plazo."
      filas={3}
      maximo={4_000}
    />
    <Boton variante="secundario">Enviar</Boton>
  </FormularioPost>
);

function RutAlLado({ version: v, estado }: { version: VersionRut; estado: EstadoRut }) {
  const casillas = casillasHoja1(v.registro, { concepto: v.concepto, numeroFormulario: v.formulario });
  return (
    <aside class="al-lado" aria-labelledby="rut-al-lado">
      <h2 class="govuk-heading-m" id="rut-al-lado">
        RUT
      </h2>
      <p class="govuk-body">
        {nombreDe(v.registro)}, NIT {formatearNit(v.registro.nit, v.registro.dv)}. {estado.toUpperCase()},
        versión {v.numero}.
      </p>
      {estado === 'activo' ? null : <Aviso tipo="importante">El RUT está {estado}.</Aviso>}
      <ListaResumen
        filas={casillas
          .filter((c) => c.valor !== '')
          .map((c) => ({ clave: `${c.numero}. ${c.nombre}`, valor: c.valor }))}
      />
    </aside>
  );
}

export const esColaDeTraslado = (rol: string): rol is Rol =>
  ['mesa-rut', 'devoluciones', 'pqsrd'].includes(rol);

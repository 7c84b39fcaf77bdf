import type { ComponentChildren } from 'preact';
import { MIGA_MESA } from '../../cuentas/index.ts';
import { Etiqueta, Pagina, renderizarPagina } from '../../interfaz/index.ts';
import { VistaDePresentacion } from '../../sello/index.ts';
import { DocumentosALaVista, ListaDeAdjuntos } from '../adjuntos/index.ts';
import { nombreDelEstado, palabrasDe } from '../palabras.ts';
import { ListaDeDocumentos } from '../paginas/documentos.tsx';
import { Condiciones } from '../paginas/condiciones.tsx';
import { Hechos } from '../paginas/hechos.tsx';
import { Plazos } from '../paginas/plazo.tsx';
import { SEMAFORO, tonoDeEstado } from '../paginas/tonos.ts';
import { Acciones } from './acciones.tsx';
import { Escribir, Verificaciones } from './anotaciones.tsx';
import type { PropsDeCasoEnMesa } from './lo-del-caso.ts';
import { RutAlLado } from './rut-al-lado.tsx';
import { SinNotificar } from './sin-notificar.tsx';

/** A case with the person's RUT beside it, and what the official can do. */
export function paginaCasoEnMesa(o: PropsDeCasoEnMesa): string {
  const { caso } = o;
  const abierto = caso.marcha.turno !== 'nadie';
  const secciones = seccionesDe(o);
  return renderizarPagina(
    <Pagina
      titulo={`${caso.tipo.nombre}, ${caso.radicado}`}
      ancho="ancha"
      migas={[MIGA_MESA, { texto: 'Trámites', href: `/mesa/tramites?rol=${caso.marcha.rol}` }]}
      errores={o.errores}
    >
      <p class="govuk-body">
        <Etiqueta tono={tonoDeEstado(caso)}>{nombreDelEstado(caso)}</Etiqueta>{' '}
        {abierto ? (
          <>
            <Etiqueta tono={SEMAFORO[o.semaforo].tono}>{SEMAFORO[o.semaforo].texto}</Etiqueta> {o.queda}.
          </>
        ) : null}{' '}
        {quienLoTiene(o)}
      </p>
      <Indice secciones={secciones} />
      <div class="a-dos-columnas">
        <div>
          {o.atiende ? <SinNotificar {...o} /> : null}
          <Acciones {...o} />
          {secciones.map((s) => (
            <section aria-labelledby={s.id}>
              <h2 class="govuk-heading-m" id={s.id}>
                {s.titulo}
              </h2>
              {s.contenido}
            </section>
          ))}
        </div>
        <RutAlLado version={o.version} estado={o.estadoRut} />
      </div>
    </Pagina>,
  );
}

interface Seccion {
  id: string;
  titulo: string;
  contenido: ComponentChildren;
}

/** What is read of a case, in the order in which an official needs it. */
function seccionesDe(o: PropsDeCasoEnMesa): Seccion[] {
  const { caso } = o;
  return [
    // What is over is not judged again: its approval may have changed what it was judged by.
    ...(caso.marcha.turno === 'nadie'
      ? []
      : [
          { id: 'caso-plazo', titulo: 'Plazo', contenido: <Plazos caso={caso} /> },
          {
            id: 'caso-condiciones',
            titulo: 'Condiciones, hoy',
            contenido: (
              <>
                <Condiciones evaluacion={o.comprobacion.evaluacion} />
                {o.tiene ? <Verificaciones {...o} /> : null}
              </>
            ),
          },
        ]),
    {
      id: 'caso-contenido',
      titulo: palabrasDe(caso.tipo.flujo).contenido.mesa,
      contenido: <VistaDePresentacion presentacion={caso.tipo.presentar(caso.solicitud)} nivel={3} />,
    },
    {
      id: 'caso-documentos',
      titulo: 'Documentos',
      contenido: (
        <>
          <ListaDeDocumentos
            caso={caso}
            documentos={o.documentos}
            camino={`/mesa/tramites/${caso.radicado}`}
          />
          <DocumentosALaVista pedidos={caso.tipo.documentos(caso.solicitud)} vistos={caso.aLaVista} />
          <ListaDeAdjuntos base={`/mesa/tramites/${caso.radicado}/documentos`} adjuntos={o.adjuntos} />
        </>
      ),
    },
    {
      id: 'caso-historia',
      titulo: 'Qué ha pasado',
      contenido: (
        <>
          <Hechos caso={caso} nombres={o.nombres} para="mesa" />
          {o.tiene ? <Escribir {...o} /> : null}
        </>
      ),
    },
  ];
}

/** On a phone the page is one column, long: its parts are one touch away. */
const Indice = ({ secciones }: { secciones: readonly Seccion[] }) => (
  <nav class="indice" aria-label="En esta página">
    <ul>
      {[...secciones, { id: 'rut-al-lado', titulo: 'RUT' }].map((s) => (
        <li>
          <a class="govuk-link" href={`#${s.id}`}>
            {s.titulo}
          </a>
        </li>
      ))}
    </ul>
  </nav>
);

function quienLoTiene({ caso, nombres, tiene }: PropsDeCasoEnMesa): string {
  if (tiene) return 'Lo tiene usted.';
  const { asignadoA } = caso.marcha;
  return asignadoA ? `Lo tiene ${nombres.get(asignadoA) ?? 'otra persona'}.` : 'Nadie lo tiene.';
}
